import { inWords } from '#platform/day.ts'
import type { Mail } from '#platform/mail/mail.ts'
import type { Untold } from './lapses.sql.ts'
import type { Lapse } from './watch.ts'

/** Lapses that one mail lists; the others are counted, and the watch list shows them all. */
export const mostListed = 20

/** The mail to one person of what lapsed of what they follow. */
export function lapseMail(lapses: readonly [Untold, ...Untold[]], site: string): Mail {
  const [{ personId, email, forceId }] = lapses
  const further = lapses.length - mostListed
  return {
    to: email,
    about: `person/${personId}`,
    subject:
      lapses.length === 1
        ? 'A promise that you follow has lapsed'
        : `${lapses.length} promises that you follow have lapsed`,
    text: `${lapses
      .slice(0, mostListed)
      .map((lapse) => lineOf(lapse, site))
      .join('\n\n')}
${further > 0 ? `\nAnd ${further} more.\n` : ''}
What you follow, and notes to teams:
${site}/desk/${forceId}/watch
`,
  }
}

function lineOf(
  { teamId, teamName, year, ref, text, stood, stoodOn, standing, lapsedOn }: Lapse,
  site: string,
): string {
  const words = text ?? `Promise ${ref}`
  return `${teamName}: ${words.length > 140 ? `${words.slice(0, 140).trimEnd()} …` : words}
It was ${stood} as at ${inWords(stoodOn)}, and is ${standing} as at ${inWords(lapsedOn)}.
${site}/${teamId}/contract/${year}/commitments/${encodeURIComponent(ref)}`
}
