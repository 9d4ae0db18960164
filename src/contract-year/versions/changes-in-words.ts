import { english, type Say } from '#platform/language/say.ts'
import type { VersionLine } from './versions.sql.ts'

/** What a version says otherwise than the one before, in sentences that name each promise by its ref. */
export function changesInWords({ number, again, changes }: VersionLine, say: Say = english): string[] {
  const { added, withdrawn, reworded, remeasured, contexts } = changes
  const told = [
    number === 1 && say.text`The contract as it was first published.`,
    again !== null && say.text`It says again what version ${again} said.`,
    added.length > 0 && say.text`Promises added: ${say.list(added)}.`,
    withdrawn.length > 0 && say.text`Promises withdrawn: ${say.list(withdrawn)}.`,
    reworded.length > 0 && say.text`Promises in other words or with another doer: ${say.list(reworded)}.`,
    remeasured.length > 0 && say.text`Promises measured otherwise: ${say.list(remeasured)}.`,
    contexts > 0 &&
      say.count(contexts, {
        one: 'What happened in the year is told in {n} further note.',
        other: 'What happened in the year is told in {n} further notes.',
      }),
  ]
  return told.filter((each) => each !== false)
}
