import type { Say } from '#platform/language/say.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { Sitting } from '../sittings/sitting.ts'

type Link = { readonly to: string; readonly linkId: string; readonly address: string }

/** What somebody who is invited is sent: what the sitting is, and the link that is theirs alone. */
export const linkMail = (
  { panel, heldOn, place, opensOn, closesOn }: Sitting,
  { to, linkId, address }: Link,
  say: Say,
): Mail => ({
  to,
  about: `community-link/${linkId}`,
  subject: say.text`Your place on the ${say.word(panel)} of ${say.day(heldOn)}`,
  text: `${say.text`You are invited to a ${say.word(panel)}: ${say.day(heldOn)}, ${place}.`}

${say.text`It says how well neighbourhood policing teams keep what they promised. Read what they promised, and vote, from ${say.day(opensOn)} to ${say.day(closesOn)}:`}

${address}

${say.text`The link is for you alone and needs no account. Do not pass it on: whoever has it votes in your place.`}

${say.text`Nobody reads answers to this mail. Call 999 in an emergency, 101 otherwise.`}`,
})
