import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { transaction } from '#platform/database/database.ts'
import { day, type Day } from '#platform/day.ts'
import { Refusal } from '#platform/refusal.ts'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { stands } from '../../../test/support/question.ts'
import { failuresOf, lastAudit, pagesOf } from './audit.ts'
import { accessibilityRoutes } from './accessibility.routes.ts'
import { recordAudit } from './record-audit.ts'
import { statementPage } from './statement.page.ts'

const address = '/desk/dorset/accessibility'

const audit = { ...lastAudit, on: day('2026-11-20') }

/** The service standard that everything published can be used by all communities. */
function measureOfS10(): object {
  const file = new URL('../../../frameworks/devon-and-cornwall-2017.json', import.meta.url)
  const { serviceStandards } = JSON.parse(readFileSync(file, 'utf8')) as {
    serviceStandards: { id: string; measures: object[] }[]
  }
  return serviceStandards.find(({ id }) => id === 'S10')?.measures[0] ?? {}
}

type Row = { kind: string; chain: string; on: Day; quantities: Record<string, number>; source: string }

test('what the last audit found is recorded once for the force, and the standard on accessibility stands by it', async (t) => {
  const desk = await deskOf(t, accessibilityRoutes)
  const keeper = {
    personId: null,
    role: 'force-lead',
    at: saturday,
    forceId: 'dorset',
    timeZone: 'Europe/London',
    mobile: false,
  }
  const record = () => transaction(desk.db, (sql) => recordAudit(sql, audit, keeper))
  const recorded = () => desk.db<Row[]>`
    select kind, chain, happened_on::text as "on", quantities, source from evidence where kind = 'accessibility audited'`
  const year = { year: ['2026-09-01', '2027-08-31'], asAt: '2027-09-01' } as const
  assert.equal(stands(measureOfS10(), { ...year, evidence: [] }).standing, 'unknown')
  assert.equal((await recorded()).length, 0)
  await record()
  await assert.rejects(record, new Refusal('The last audit is recorded already.', 409))
  const [row, ...others] = (await recorded()).map((one) => ({ ...one }))
  assert.deepEqual(
    [row, others],
    [
      {
        kind: 'accessibility audited',
        chain: 'dorset',
        on: audit.on,
        quantities: { failures: failuresOf(lastAudit) },
        source: `accessibility/${audit.on}`,
      },
      [],
    ],
  )
  const evidence = (failures: number) => [{ kind: 'accessibility audited', on: audit.on, quantities: { failures } }]
  assert.equal(
    stands(measureOfS10(), { ...year, evidence: evidence(row?.quantities['failures'] ?? NaN) }).standing,
    'kept',
  )
  assert.equal(stands(measureOfS10(), { ...year, evidence: evidence(2) }).standing, 'missed')
  const [written] = await desk.db`select about, detail from audit where verb = 'record accessibility audit'`
  assert.deepEqual({ ...written }, { about: 'force/dorset', detail: { failures: failuresOf(lastAudit) } })
})

test('only those who speak for the force record an audit, and never one of a day to come', async (t) => {
  const desk = await deskOf(t, accessibilityRoutes)
  for (const role of ['pcso', 'sergeant', 'neo'] as const)
    assert.equal((await (await desk.as(role)).send(address, {})).status, 403, role)
  const lead = await desk.as('force-lead')
  assert.match(wordsOf((await lead.look(address)).body), /Record this audit/)
  const tomorrow = { ...audit, on: day('2026-11-22') }
  const keeper = { personId: null, role: '', at: saturday, forceId: 'dorset', timeZone: 'Europe/London', mobile: false }
  await assert.rejects(recordAudit(desk.db, tomorrow, keeper), Refusal)
})

test('the statement says when, with what and at how many pages machines looked, and whom to tell', async (t) => {
  const desk = await deskOf(t, accessibilityRoutes)
  const words = wordsOf((await desk.server.inject('/accessibility')).body)
  assert.match(words, /partially compliant with the Web Content Accessibility Guidelines version 2\.2, level AA/)
  assert.match(words, new RegExp(`opened ${pagesOf(lastAudit)} pages and forms`))
  assert.match(
    words,
    new RegExp(
      `axe-core ${lastAudit.axe.replaceAll('.', '\\.')} .* html-validate ${lastAudit.htmlValidate.replaceAll('.', '\\.')}`,
    ),
  )
  assert.match(words, /Equality Advisory and Support Service/)
  assert.match(words, /This statement was prepared on 22 November 2026/)
})

test('what machines found and what people know is on the statement, word for word', () => {
  const site = {
    name: 'F',
    homeHref: '/',
    language: 'en',
    look: { colour: '#14315f', stylesheet: null, crest: null },
    navigation: [],
    signedIn: null,
    notice: null,
    footer: null,
    assetPath: (name: string) => name,
  } as const
  const walks = [{ of: 'a form', pages: ['a form'], faults: [{ page: 'a form', fault: 'label at #name' }] }]
  const words = wordsOf(statementPage(site, { ...lastAudit, walks, faults: ['The map cannot be told by ear.'] }).text)
  assert.match(words, /name 2 things that fail it/)
  assert.match(words, /The map cannot be told by ear\./)
  assert.match(words, /a form: label at #name/)
})
