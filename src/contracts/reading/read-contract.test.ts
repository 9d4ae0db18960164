import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { Refusal } from '#platform/refusal.ts'
import { asDocx, asOdt } from './examples/packed.ts'
import { devonAndCornwall, dorset } from './examples/standards.ts'
import { asText, wolding } from './examples/wolding.ts'
import { everySentenceOf } from './examples/sentences-kept.ts'
import { readDocument } from './document.ts'
import { readContract, type ReadContract } from './read-contract.ts'

const example = (name: string) => readFile(new URL(`examples/${name}`, import.meta.url))

/** A promise as a line: standard, interval, measure, who, with whom, target. */
const lines = ({ commitments }: ReadContract) =>
  commitments.map(({ standard, every, measure, who, with: parties, target }) =>
    [
      standard,
      every,
      measure,
      who,
      parties.join(', '),
      target && `${target.value} ${target.unit} from ${target.baseline} by ${target.by}`,
    ]
      .map((part) => part || '-')
      .join(' | '),
  )

const everyYear = 'FREQ=YEARLY'
const everyMonths = (months: number) => `FREQ=MONTHLY;INTERVAL=${months}`
const everyWeeks = (weeks: number) => `FREQ=WEEKLY;INTERVAL=${weeks}`

test('Word, OpenDocument, PDF with and without tags, and text of one contract read the same', async () => {
  const files = {
    'wolding.docx': asDocx(wolding),
    'wolding.odt': asOdt(wolding),
    'wolding.txt': Buffer.from(asText(wolding)),
    'wolding.pdf': await example('wolding.pdf'),
    'wolding-untagged.pdf': await example('wolding-untagged.pdf'),
  }
  const [first, ...others] = await Promise.all(
    Object.entries(files).map(([name, bytes]) => readContract(bytes, name, dorset)),
  )
  for (const other of others) assert.deepEqual(other, first)
})

test('a contract gives its team, its day, its answers and what it asks for', async () => {
  const { commitments: _, ...read } = await readContract(asDocx(wolding), 'wolding.docx', dorset)
  assert.deepEqual(read, {
    team: 'Market Wolding and the Vale',
    completedOn: '2020-09-14',
    part1: [
      {
        heading: 'Part 1 – Introduction and Self Evaluation',
        text: 'The Sergeants wrote this together with the Inspector. It is looked at again every year.',
      },
      {
        heading: 'What is the context of your area in relation to engagement?',
        text: 'Market Wolding has a livestock market, two "A" roads and eleven villages. People here know each other\'s faces and expect to know ours.',
      },
      {
        heading: 'How do you engage with and listen to your community and your staff?',
        text: 'Officers walk the market on Thursdays. The concerns that people voice go into one list that the whole team sees.\nThe Sergeant holds a briefing with all staff once a fortnight.',
      },
      {
        heading: 'How have you quality assured what your staff deliver?',
        text: "The Inspector dip-samples engagement records each month\nA residents' panel looks at our year's work annually",
      },
    ],
    goodPractice: ['Breakfast with farmers at the market'],
    toolRequests: ['A second gazebo', 'Tablets that work in the rain'],
    unread: [],
  })
})

test('each promise of a plan is read with its standard, interval, doer, other side and target', async () => {
  assert.deepEqual(lines(await readContract(asDocx(wolding), 'wolding.docx', dorset)), [
    `- | ${everyYear} | cadence | the team | - | -`,
    'D-2 | FREQ=WEEKLY | cadence | officers | community | -',
    `- | ${everyWeeks(2)} | cadence | Sergeant | staff | -`,
    'D-2 | FREQ=MONTHLY | cadence | Inspector | - | -',
    `- | ${everyYear} | cadence | the team | residents' panel | -`,
    `D-1 | ${everyMonths(6)} | cadence | the team | Vale Community Forum | -`,
    'D-2 | FREQ=DAILY | cadence | the team | community | -',
    `D-2 | ${everyWeeks(2)} | cadence | Beat officers | - | -`,
    `D-2 | ${everyMonths(2)} | cadence | Beat officers | - | -`,
    `D-2 | ${everyMonths(6)} | cadence | PCSOs | - | -`,
    'D-2 | - | coverage | the team | Deaf community, Traveller families, young carers, older residents | -',
    'D-3 | - | - | the team | - | -',
    `D-3 | ${everyMonths(3)} | cadence | Neighbourhood Inspector | Vale Community Safety Partnership | -`,
    'D-3 | - | present | the team | Farm Watch, Shop Watch, Speed Watch scheme | -',
    `D-3 | ${everyWeeks(8)} | cadence | the team | Mercia, North Fen & Isle | -`,
    'D-4 | - | - | the team | community | -',
    'D-4 | - | growth | the team | - | 3500 followers from 3120 by 2021-03-31',
    'D-4 | - | cadence | the team | - | -',
    'D-5 | FREQ=MONTHLY | cadence | the team | - | -',
    'D-6 | - | growth | the team | community | 15 % from null by 2020-12-31',
    'D-7 | FREQ=WEEKLY | cadence | volunteer | - | -',
    `D-8 | ${everyMonths(3)} | cadence | Inspector | Wolding town clerk, Easter Cross town clerk, St Ann's Quay town clerk | -`,
    `D-8 | ${everyMonths(6)} | cadence | Inspector | councillors | -`,
    'D-9 | half term | cadence | PCSOs | primary school | -',
    `D-10 | ${everyWeeks(6)} | cadence | Sergeant and NEO | - | -`,
  ])
})

test('one item with two promises makes two commitments that both show the words they came from', async () => {
  const { commitments } = await readContract(asDocx(wolding), 'wolding.docx', dorset)
  const words =
    'Beat officers will hold a drop-in at the library once a fortnight and a street stall at the market every other month'
  assert.deepEqual(
    commitments.filter((each) => each.words === words).map(({ text }) => text),
    [
      'Beat officers will hold a drop-in at the library once a fortnight',
      'A street stall at the market every other month',
    ],
  )
})

test('a plan in other words, numbered and typed as text, is read', async () => {
  const read = await readContract(await example('sandholme.txt'), 'sandholme.txt', dorset)
  assert.deepEqual(
    [read.team, read.completedOn, read.unread],
    ['Sandholme and the Marsh', '2021-05-03', ['Signed: Inspector of the section']],
  )
  assert.deepEqual(lines(read), [
    'D-2 | FREQ=MONTHLY | count | Sergeant | - | 3 surgeries from null by null',
    `D-1 | ${everyMonths(6)} | cadence | the team | Marsh Community Forum | -`,
    `D-2 | ${everyMonths(3)} | cadence | PCSOs | - | -`,
    'D-2 | FREQ=DAILY | cadence | PCSOs | - | -',
    `D-3 | ${everyWeeks(8)} | cadence | the team | Neighbourhood Watch coordinator | -`,
    'D-4 | - | growth | the team | - | 20 % from 2400 by 2022-05-03',
    'D-4 | FREQ=WEEKLY | count | the team | - | 3 posts from null by null',
    'D-5 | FREQ=MONTHLY | cadence | the team | - | -',
    `D-5 | ${everyMonths(3)} | cadence | the team | - | -`,
    'D-6 | - | growth | the team | community | 1000 people registered from 850 by 2022-03-31',
    'D-7 | - | present | the team | - | -',
    `D-8 | ${everyMonths(6)} | cadence | Inspector | Sandholme parish clerk, Marsh End parish clerk, Gull Point parish clerk | -`,
    `D-8 | ${everyYear} | cadence | PCSOs | parish council | -`,
    'D-9 | half term | cadence | PCSOs | secondary school | -',
    `D-10 | ${everyWeeks(6)} | cadence | the team | Neighbourhood Engagement Officer | -`,
  ])
})

test('a plan laid out as tables is read row by row', async () => {
  const read = await readContract(asOdt(await blocks('harbourside.txt')), 'harbourside.odt', dorset)
  assert.deepEqual([read.team, read.completedOn, read.unread], ['Harbourside NPT', '2021-06-01', []])
  assert.deepEqual(lines(read), [
    `- | ${everyMonths(3)} | count | Inspector | - | 10 body-worn videos from null by null`,
    'D-2 | FREQ=MONTHLY | cadence | PCSOs | Residents | -',
    `D-2 | ${everyMonths(6)} | cadence | Sergeant | Housing officers, councillors | -`,
    `D-3 | ${everyWeeks(4)} | cadence | Neighbourhood Inspector | Harbour Master | -`,
    'D-4 | - | growth | Digital volunteer | - | 6000 followers from 5000 by 2022-03-31',
    `D-5 | ${everyWeeks(2)} | cadence | PCSOs | public | -`,
    'D-6 | - | count | NEO | subscribers | 250 new subscribers from null by 2021-12-31',
    `D-7 | ${everyMonths(3)} | cadence | Volunteers | - | -`,
    `D-8 | ${everyMonths(6)} | cadence | Inspector | Councillors | -`,
    'D-9 | half term | cadence | Safer Schools officer | Secondary schools | -',
  ])
})

test('a plan of a force with other standards is read by its own', async () => {
  const read = await readContract(await example('polwhevan.txt'), 'polwhevan.txt', devonAndCornwall)
  assert.deepEqual([read.team, read.completedOn, read.unread], ['Polwhevan', '2018-04-05', []])
  assert.deepEqual(lines(read), [
    `- | ${everyMonths(2)} | cadence | the team | - | -`,
    `C-1 | ${everyYear} | cadence | the team | Polwhevan City Council, parish councils | -`,
    'C-2 | FREQ=WEEKLY | cadence | the team | - | -',
    'C-2 | FREQ=DAILY | cadence | PCSOs | - | -',
    `C-3 | ${everyWeeks(3)} | cadence | Sergeant | Farm Watch | -`,
    'C-3 | - | - | the team | community | -',
    'C-4 | - | growth | the team | - | 20 % from 2400 by 2019-04-05',
    `C-5 | ${everyMonths(6)} | cadence | the team | - | -`,
    'C-6 | - | count | the team | community | 300 people from null by 2018-12-31',
    'C-7 | - | present | the team | - | -',
    `C-8 | ${everyMonths(3)} | cadence | the team | councillor advocate | -`,
    'C-8 | FREQ=MONTHLY | cadence | the team | - | -',
    'C-9 | half term | cadence | the team | safeguarding officer, school | -',
    'C-10 | FREQ=MONTHLY | cadence | Volunteers | - | -',
  ])
})

test('nothing a team wrote is lost: every sentence stands somewhere in what was read', async () => {
  const files = {
    'wolding.pdf': dorset,
    'sandholme.txt': dorset,
    'harbourside.txt': dorset,
    'polwhevan.txt': devonAndCornwall,
  }
  for (const [name, standards] of Object.entries(files)) {
    const bytes = await example(name)
    const lost = everySentenceOf(await readDocument(bytes, name), await readContract(bytes, name, standards))
    assert.deepEqual(lost, [], name)
  }
})

test('a document that is no plan is refused, saying what was looked for', async () => {
  const letter = Buffer.from(
    'Dear Sergeant,\n\nThank you for visiting our school every month.\n\nYours, the head teacher',
  )
  await assert.rejects(
    readContract(letter, 'letter.txt', dorset),
    (error) =>
      error instanceof Refusal && error.status === 422 && /neither its parts nor the headings/.test(error.message),
  )
})

const blocks = async (name: string) => readDocument(await example(name), name)
