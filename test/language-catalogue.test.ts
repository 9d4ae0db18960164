import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { periodsAsked } from '#measures/explain.ts'
import { kinds } from '#measures/kinds.ts'
import { statements } from '#network/councils/survey.ts'
import { partsOfPage } from '#feedback/opinions/opinion.ts'
import { pointsInWords } from '#feedback/points.ts'
import { lawfulBases, waysToReach } from '#network/key-individual.ts'
import { stateInWords } from '#assessments/recommendations/recommendation.ts'
import { lastAudit } from '#web-pages/accessibility/audit.ts'
import { levelInWords, levels } from '#network/relationship.ts'
import { eachTime } from '#measures/recurrence.ts'
import { roleInWords } from '#people/person.ts'
import { known } from '#platform/http/trouble.ts'
import { catalogues, type Translated } from '#platform/language/catalogue.ts'
import { outcomeInWords } from '#priorities/raised/answer-mail.ts'
import { outcomeWords } from '#public-site/priorities/priority-line.ts'
import { meanings } from '#public-site/standing-marks.ts'
import { bestFirst } from '#standings/counts-in-words.ts'
import { severalInEnglish } from '#standings/in-words.ts'
import { otherPeriods, periodNouns } from '#standings/reading/cadence-periods.ts'
import { sentencesSaid } from './support/sentences-said.ts'

const welsh = catalogues.cy
const said = sentencesSaid(join(import.meta.dirname, '..'))
const all = Object.values(kinds)

/** Words that a page says by name, since it knows only then which of them it needs. */
const words = [
  ...bestFirst,
  ...Object.values(meanings),
  ...all.map(({ label }) => label),
  ...all.flatMap(({ quantities }) => Object.entries<string>(quantities).flat()),
  ...all.flatMap(({ noun }) => noun),
  ...all.flatMap(({ subjects }) => subjects.flatMap((subject) => [subject, severalInEnglish(subject)])),
  ...Object.values(periodsAsked),
  ...eachTime,
  ...[otherPeriods, ...Object.values(periodNouns)].flat(),
  ...all.flatMap(({ facets }) => Object.keys(facets)),
  ...all.flatMap(({ facets }) => Object.values<string | readonly string[]>(facets).filter(Array.isArray).flat()),
  ...Object.values(known).flatMap(({ title, words }) => [title, words]),
  ...Object.values(outcomeWords),
  ...Object.values(pointsInWords),
  ...partsOfPage.map(({ name }) => name),
  ...Object.values(outcomeInWords),
  ...Object.values(roleInWords),
  ...Object.values(stateInWords),
  ...lastAudit.notTested,
  ...lastAudit.faults,
  ...Object.values(statements),
  ...levels.map(levelInWords),
  ...waysToReach,
  ...lawfulBases,
].filter((word) => /\D/.test(word))

/** Nouns that a page counts by name. */
const counted = [
  ...bestFirst.map((word) => `{n} ${word}`),
  ...bestFirst.slice(0, 5).map((word) => `{n} are ${word}`),
  ...all.map(({ noun }) => `{n} ${noun[1]}`),
  ...all.flatMap(({ quantities }) => Object.values<string>(quantities)).map((unit) => `{n} ${unit}`),
]

test('whatever the public is told can be told in Welsh', () => {
  const isSentence = (key: string) => typeof welsh[key] === 'string'
  const isCounted = (key: string) => typeof welsh[key] === 'object'
  assert.deepEqual(
    [...said.sentences, ...words].filter((key) => !isSentence(key)),
    [],
  )
  assert.deepEqual(
    [...said.counted, ...counted].filter((key) => !isCounted(key)),
    [],
  )
})

test('the catalogue holds nothing that nobody says', () => {
  const used = new Set([...said.sentences, ...said.counted, ...said.texts, ...words, ...counted])
  assert.deepEqual(
    Object.keys(welsh).filter((key) => !used.has(key)),
    [],
  )
})

test('the catalogue is in order, so that two people who add to it do not meet', () => {
  assert.deepEqual(Object.keys(welsh), Object.keys(welsh).toSorted())
})

test('a sentence keeps in Welsh every place that it has in English', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
  const kept = (key: string, told: Translated) =>
    (typeof told === 'string' ? [told] : Object.values(told)).every(
      (form) => JSON.stringify(places(form)) === JSON.stringify(places(key)),
    )
  assert.deepEqual(
    Object.entries(welsh).filter(([key, told]) => !kept(key, told)),
    [],
  )
})

test('whatever is counted has a form for every number that Welsh tells apart', () => {
  const known: readonly string[] = new Intl.PluralRules('cy').resolvedOptions().pluralCategories
  const isWhole = (told: Translated) =>
    typeof told === 'string' ||
    (told.other !== undefined && Object.keys(told).every((category) => known.includes(category)))
  assert.deepEqual(
    Object.entries(welsh).filter(([, told]) => !isWhole(told)),
    [],
  )
})
