import { inWords } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { capitalised } from '#platform/capitalised.ts'
import {
  channels,
  daysAdvertised,
  stillToAdvertise,
  type Advert,
  type AdvertisingRule,
  type PlannedEngagement,
  type StillToAdvertise,
} from '../planned-engagement.ts'
import type { Day } from '#platform/day.ts'

type Shown = {
  readonly planned: PlannedEngagement
  readonly adverts: readonly Advert[]
  readonly rule: AdvertisingRule
  readonly today: Day
}

/** What has told people of an engagement, what is still missing to count as advertised (R10), and by which day. */
export function advertisingChecklist({ planned, adverts, rule, today }: Shown): Html {
  const still = stillToAdvertise(planned.heldOn, adverts, rule, today)
  const days = daysAdvertised(planned.heldOn, adverts)
  const told = adverts.map(({ channel, outOn }) => html`<li>${capitalised(channel)}, ${inWords(outOn)}</li>`)
  const unused = channels.filter((channel) => !adverts.some((advert) => advert.channel === channel))
  const verdict =
    still.missing === 0 ? `Counts as advertised: first told of ${days} days before.` : `${advertisingInWords(still)}.`
  return html`<ul class="govuk-list">${told}</ul><p class="govuk-body"><strong>${verdict}</strong></p><p class="govuk-hint">Here it counts once it is out on ${rule.channels} ${rule.channels === 1 ? 'channel' : 'channels'}, ${rule.days} days before.${still.missing > 0 && ` Not used yet: ${unused.join(', ')}.`}</p>`
}

/** `One more channel by 3 March 2027`. */
export function advertisingInWords({ missing, by, tooLate }: StillToAdvertise): string {
  if (missing === 0) return 'Advertised in time'
  const more = `${words[missing] ?? missing} more ${missing === 1 ? 'channel' : 'channels'}`
  return tooLate
    ? `Not advertised in time: ${more.toLowerCase()} would have been needed by ${inWords(by)}`
    : `${more} by ${inWords(by)}`
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven']
