import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { contractFileSchema } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { frameworkSchema } from '#frameworks/framework.ts'
import type { KindOfEvidence } from '#measures/dictionary.ts'
import { kinds, type Kind } from '#measures/kinds.ts'
import { addDays, day } from '#platform/day.ts'
import { arranged, countsOf, type ContractStanding } from '#standings/contract-standing.ts'
import type { Evidence } from '#standings/evidence-index.ts'
import { kindsOfPromises, promisesOf } from '#standings/promises.ts'
import { answer } from '#standings/stand.ts'
import { draftParagraphs } from './draft-paragraphs.ts'
import { sentencesOf } from './self-evaluation.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const framework = frameworkSchema.parse(read('frameworks/dorset-2019.json'))
const { commitments, part1, goodPractice, toolRequests } = contractFileSchema.parse(
  read('demonstration/west-dorset-2019.contract.json'),
)
const contract: Contract = {
  id: 'dorset/west-dorset/2019',
  teamId: 'dorset/west-dorset',
  year: 2019,
  frameworkId: framework.id,
  span: { from: day('2019-08-02'), to: day('2020-08-01') },
  completedOn: null,
  part1,
  goodPractice,
  toolRequests,
  unread: [],
  revision: 1,
  commitments,
}
const promises = promisesOf(contract, framework)

/** The same seed always gives the same year (mulberry32). */
function chance(seed: number): (below: number) => number {
  let a = seed
  return (below) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** A year in which anything may have happened, to two subjects of each kind. */
function someYear(seed: number): ContractStanding {
  const below = chance(seed)
  const asAt = addDays(contract.span.from, below(380))
  const subjectKinds = [...new Set(Object.values(kinds).flatMap((kind: KindOfEvidence) => kind.subjects))]
  const subjects = subjectKinds.flatMap((kind) =>
    ['A', 'B'].map((name) => ({
      id: `${kind}/${name}`,
      forceId: 'dorset',
      teamId: null,
      kind,
      label: `The ${kind} ${name}`,
      from: day('2010-01-01'),
      to: null,
    })),
  )
  const evidence = kindsOfPromises(promises).flatMap((kind, n) =>
    Array.from({ length: below(12) }, (_, m) => someRow(kind as Kind, n * 100 + m + 1, below)),
  )
  const calendar = { timeZone: 'Europe/London', bankHolidays: new Set<never>(), halfTerms: null }
  const standings = answer({ contract, framework, forceId: 'dorset' }, promises, asAt, evidence, subjects, calendar)
  return arranged(contract, framework, asAt, asAt, standings)
}

function someRow(name: Kind, entry: number, below: (n: number) => number): Evidence {
  const kind: KindOfEvidence = kinds[name]
  const facets = Object.entries(kind.facets).map(([facet, values]) => [
    facet,
    values === 'yes or no' ? below(2) === 0 : values === 'words' ? 'yes' : (values[below(values.length)] ?? ''),
  ])
  return {
    entry,
    kind: name,
    on: addDays(contract.span.from, below(366)),
    at: null,
    subjects: kind.subjects.flatMap((each) => (below(3) === 0 ? [`${each}/${below(2) === 0 ? 'A' : 'B'}`] : [])),
    quantities: Object.fromEntries(Object.keys(kind.quantities).map((quantity) => [quantity, 1 + below(9000)])),
    facets: Object.fromEntries(facets) as Evidence['facets'],
    about: `matter/${below(5)}`,
  }
}

const figuresIn = (words: string): string[] => [...words.matchAll(/\d[\d,.]*\d|\d/g)].map(([figure]) => figure)

test('every figure that a drafted self evaluation says is in the standing that it cites, whatever the year was like', () => {
  let said = 0
  for (let seed = 1; seed <= 60; seed++) {
    const shown = someYear(seed)
    const promised = [...shown.standards.flatMap((each) => [...each.commitments, ...each.measures]), ...shown.others]
    for (const paragraph of draftParagraphs(shown))
      for (const [n, { words, rests }] of sentencesOf(paragraph).entries()) {
        assert.notEqual(rests, 'assertion')
        if (rests === 'assertion' || n === 0) continue
        const [rest] = rests
        const cited = promised.find(({ ref }) => ref === rest?.ref)
        assert.ok(cited && rests.length === 1, `“${words}” cites one promise`)
        assert.ok(cited.standing.evidence.join() === rest?.entries.join(), `the entries behind ${cited.ref}`)
        const sources = new Set([cited.text, cited.ref, cited.standing.reason].flatMap(figuresIn))
        for (const figure of figuresIn(words)) {
          assert.ok(sources.has(figure), `${figure} of “${words}” is in the standing of ${cited.ref}`)
          said++
        }
      }
  }
  assert.ok(said > 10_000, `${said} figures were said`)
})

test('each paragraph begins with how many of its promises stand how, and the sentences below agree', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const shown = someYear(seed)
    const paragraphs = draftParagraphs(shown)
    for (const standard of shown.standards) {
      const paragraph = paragraphs.find((each) => each.standard === standard.id)
      const first = paragraph?.figures[0]
      assert.ok(first)
      const counts = Object.values(countsOf(standard.commitments)).filter((count) => count > 0)
      const expected = standard.commitments.length === 0 ? [] : [standard.commitments.length, ...counts]
      assert.deepEqual(figuresIn(first.words).map(Number).sort(), expected.sort())
      const kept = standard.commitments.filter(({ standing }) => ['kept', 'on course'].includes(standing.standing))
      assert.equal(paragraph.bestPractice.length, kept.length)
    }
  }
})

test('the same standings always give the same words', () => {
  assert.deepEqual(draftParagraphs(someYear(7)), draftParagraphs(someYear(7)))
})

test('what was kept is best practice, what was missed a shortfall, and what nobody can judge only a figure', () => {
  const sections = { kept: 'bestPractice', missed: 'shortfalls', unmeasurable: 'figures' } as const
  const years = Array.from({ length: 60 }, (_, n) => someYear(n + 1))
  for (const [word, section] of Object.entries(sections)) {
    const found = years.flatMap((shown) =>
      shown.standards.flatMap(({ id, commitments: own }) =>
        own.filter(({ standing }) => standing.standing === word).map(({ ref }) => ({ shown, id, ref })),
      ),
    )
    assert.ok(found.length > 0, `something is ${word}`)
    for (const { shown, id, ref } of found.slice(0, 100)) {
      const paragraph = draftParagraphs(shown).find(({ standard }) => standard === id)
      assert.ok(
        paragraph?.[section].some(({ words }) => words.includes(`(${ref})`)),
        `${ref} under ${id}`,
      )
    }
  }
})
