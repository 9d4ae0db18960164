import type { Pack, PackPromise } from '#assessments/packs/pack.ts'
import type { LastYear } from '#assessments/packs/packs.sql.ts'
import type { Sampled } from '#assessments/packs/sampled-entries.ts'
import { sampledInWords } from '#assessments/packs/sampled-in-words.ts'
import { stateInWords, type RecommendationState } from '#assessments/recommendations/recommendation.ts'
import { inWords, type Day } from '#platform/day.ts'
import { html, type Html } from '#platform/html.ts'
import { titled } from '#standings/standing-mark.ts'
import { heading, list, paragraph, standingLine, where, type Block, type Document } from './document.ts'

/** What a member of a panel is given of one standard. */
export type PackTold = {
  readonly pack: Pack
  readonly criteria: string | null
  readonly lastYear: LastYear | null
  readonly sample: readonly Sampled[]
}

type Told = {
  readonly teamName: string
  readonly year: number
  readonly today: Day
  /** What draws the dip samples. */
  readonly seed: string
  readonly packs: readonly PackTold[]
}

/** All that a member reads before they score a contract, the same for each of them; no score is in it. */
export function panelPackDocument({ teamName, year, today, seed, packs }: Told): Document {
  const title = `Pack of the panel on the contract of ${year} – ${teamName}`
  const [first] = packs
  const blocks = [
    heading(1, title),
    paragraph(
      'For members of the panel. What stands here was worked out from the evidence alone, and is the same for every member.',
    ),
    ...where(
      first?.pack.frozen != null,
      paragraph(html`It was frozen under the SHA-256 <strong>${first?.pack.frozen}</strong>.`),
    ),
    ...packs.flatMap((told) => standardBlocks(told, seed)),
  ]
  return { title, language: 'en', asAt: first?.pack.asAt ?? today, blocks }
}

function standardBlocks({ pack, criteria, lastYear, sample }: PackTold, seed: string): Block[] {
  return [
    heading(2, `${pack.standardId} ${pack.title}`),
    heading(3, 'What the panel asks'),
    ...(criteria ?? 'Nothing was set for this standard.').split('\n').map((line) => paragraph(line)),
    heading(3, 'Where it stands'),
    standingLine(html`<strong>${titled(pack.standing)}</strong> as at ${inWords(pack.asAt)}`),
    list(pack.promises.map(promiseLine)),
    ...where(
      pack.selfEvaluation.length > 0,
      heading(3, 'What the team says of itself'),
      list(pack.selfEvaluation.map(({ words, isAssertion }) => `${words}${isAssertion ? ' (an assertion)' : ''}`)),
    ),
    heading(3, 'Last year'),
    ...lastYearBlocks(lastYear),
    heading(3, 'Evidence drawn by lot'),
    ...sampleBlocks(pack, sample, seed),
  ]
}

const promiseLine = ({ ref, text, standing, reason, entries }: PackPromise): Html =>
  html`<strong>${ref} ${titled(standing)}.</strong> ${text} ${reason} ${entries === 1 ? '1 piece' : `${entries} pieces`} of evidence.`

function lastYearBlocks(told: LastYear | null): Block[] {
  if (told === null) return [paragraph('No panel judged this standard of the team before.')]
  return [
    paragraph(html`<strong>${told.grade}</strong> in the round of ${told.year}. ${told.reason}`),
    ...told.recommendations.map(({ words, dueOn, state }) =>
      paragraph(
        html`Recommended: ${words} By ${inWords(dueOn)}. <strong>${stateInWords[state as RecommendationState]}.</strong>`,
      ),
    ),
  ]
}

function sampleBlocks({ sample, drawnFrom, standardId }: Pack, rows: readonly Sampled[], seed: string): Block[] {
  if (sample.length === 0) return [paragraph('There is no evidence to draw from.')]
  return [
    list(rows.map((row) => `${sampledInWords(row)} Entry ${row.entry} of the ledger.`)),
    paragraph(
      `${sample.length} of ${drawnFrom} entries: those for which the SHA-256 of the seed, the standard and the entry’s number, joined by “/”, comes first. Seed: ${seed}/${standardId}`,
    ),
  ]
}
