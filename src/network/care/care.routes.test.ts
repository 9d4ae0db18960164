import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { roles } from '#people/person.ts'
import { transaction } from '#platform/database/database.ts'
import { day } from '#platform/day.ts'
import { caredFor, keepSomebody } from '../../../test/support/cared.ts'
import { deskOf, hidden, saturday, wordsOf } from '../../../test/support/desk.ts'
import { individual, keeperOf } from '../../../test/support/network.ts'
import { networkRoutes } from '../desk/network.routes.ts'
import { keyIndividualRoutes } from '../individuals/individuals.routes.ts'
import { keepKeyIndividual } from '../keep-key-individual.ts'
import { careRoutes } from './care.routes.ts'
import { givenRecordRoutes } from './given-record.routes.ts'
import { remindOfReviews } from './review-record.ts'
import { sensitiveRoutes } from './sensitive.routes.ts'

const network = '/desk/dorset/west-dorset/network'
const theirs = `${network}/individuals/${caredFor}`
const routes = [...networkRoutes, ...keyIndividualRoutes, ...careRoutes, ...sensitiveRoutes, ...givenRecordRoutes]

async function kept(t: TestContext) {
  const desk = await deskOf(t, routes)
  const sergeant = await desk.as('sergeant')
  await keepSomebody(desk.db, sergeant.id, saturday)
  return { ...desk, sergeant }
}

const deaf = {
  category: 'health',
  words: 'They are deaf',
  reason: 'We write',
  'reviewOn-day': '1',
  'reviewOn-month': '3',
  'reviewOn-year': '2027',
}

type Sitting = Awaited<ReturnType<Awaited<ReturnType<typeof deskOf>>['as']>>

const addFact = async (who: Sitting, changes: Readonly<Record<string, string>> = {}) => {
  const id = hidden((await who.look(`${theirs}/sensitive/new`)).body, 'id')
  return who.send(`${theirs}/sensitive/new`, { ...deaf, id, ...changes })
}

test('sensitive facts need a reason, and are opened only for a purpose, which is asked and written down each time', async (t) => {
  const { db, sergeant, as } = await kept(t)
  const wrong = await addFact(sergeant, { reason: '', 'reviewOn-year': '2030' })
  assert.deepEqual([wrong.status, /Enter why it must be held/.test(wrong.body)], [422, true])
  assert.match((await addFact(sergeant, { 'reviewOn-year': '2030' })).body, /Look at it again within a year/)
  assert.equal((await addFact(sergeant)).status, 303)
  assert.doesNotMatch((await sergeant.look(`${theirs}/sensitive`)).body, /They are deaf/)
  assert.equal((await sergeant.send(`${theirs}/sensitive`, {})).status, 422)
  const noWords = await sergeant.send(`${theirs}/sensitive`, { purpose: 'another purpose' })
  assert.deepEqual([noWords.status, /They are deaf/.test(noWords.body)], [422, false])
  const opened = await sergeant.send(`${theirs}/sensitive`, { purpose: 'to prepare a contact', words: 'a visit' })
  assert.match(wordsOf(opened.body), /Health They are deaf Why it is held We write/)
  await sergeant.send(`${theirs}/sensitive`, { purpose: 'to prepare a contact' })
  assert.deepEqual(
    [...(await db`select read_by as by, purpose, words from sensitive_reading order by id`)],
    [
      { by: sergeant.id, purpose: 'to prepare a contact', words: 'a visit' },
      { by: sergeant.id, purpose: 'to prepare a contact', words: '' },
    ],
  )
  const log = wordsOf((await (await as('inspector')).look(`${network}/readings`)).body)
  assert.match(log, /Zephyrine Quillfeather 21 November 2026 The sergeant, Sergeant To prepare a contact: a visit/)
  const remove = /action="([^"]*\/erase)"/.exec(opened.body)?.[1] ?? ''
  assert.equal((await sergeant.send(remove, {})).status, 303)
  assert.equal((await sergeant.send(remove, {})).status, 404)
})

test('a sensitive fact appears in no list, search, record, copy of another or audit', async (t) => {
  const { db, sergeant } = await kept(t)
  await addFact(sergeant)
  const seen = await Promise.all(
    [
      network,
      `${network}?q=deaf&part=list`,
      `${network}?q=health&part=list`,
      theirs,
      `${theirs}/erase`,
      `${theirs}/letter`,
      `${network}/reviews`,
    ].map(async (path) => (await sergeant.look(path)).body),
  )
  assert.doesNotMatch(seen.join(), /They are deaf|We write/)
  const audited = await db`select detail::text || about as told from audit`
  assert.doesNotMatch(JSON.stringify(audited), /deaf|health/)
})

const places = { own: 'dorset/west-dorset', team: 'dorset/purbeck', force: 'devon-and-cornwall/launceston' }

test('who may reach which part of a record is as the table says, for each role, team and force', async (t) => {
  const { db, as, sergeant } = await kept(t)
  await db`insert into force (id, name) values ('devon-and-cornwall', 'Devon & Cornwall Police')`
  await db`
    insert into team (id, force_id, slug, name)
    values ('devon-and-cornwall/launceston', 'devon-and-cornwall', 'launceston', 'Launceston')`
  const others = Object.values(places).slice(1)
  const ids: Record<string, string> = { [places.own]: caredFor }
  for (const teamId of others) {
    ids[teamId] = randomUUID()
    const told = { id: ids[teamId], teamId, forceId: teamId.split('/')[0] ?? '' }
    const keeper = { ...keeperOf(sergeant.id, saturday), teamId, forceId: told.forceId }
    await transaction(db, (sql) => keepKeyIndividual(sql, individual(told, saturday), keeper, { forPostAlone: true }))
  }
  const parts = (teamId: string) => {
    const [list, one] = [`/desk/${teamId}/network`, `/desk/${teamId}/network/individuals/${ids[teamId]}`]
    return [list, one, `${one}/sensitive`, `${list}/readings`, `${one}/export`, `${one}/erase`, `${one}/own-record`]
  }
  const table: Record<string, string> = {}
  for (const role of roles) {
    const who = await as(role)
    const marks: string[] = []
    for (const teamId of Object.values(places)) {
      let row = ''
      for (const path of parts(teamId)) {
        const { status } = path.endsWith('export') ? await who.send(path, {}) : await who.look(path)
        row += status === 200 ? 'y' : status === 403 ? '-' : `?${status}`
      }
      marks.push(row)
    }
    table[role] = marks.join(' ')
  }
  // list, individual, sensitive facts, log of readings, export, erase, own-record link: own team, other team, other force.
  assert.deepEqual(table, {
    pcso: 'yy----- ------- -------',
    sergeant: 'yyy-yyy ------- -------',
    inspector: 'yyyyyyy yyyyyyy -------',
    neo: 'yyy-yyy yyy-yyy -------',
    volunteer: '------- ------- -------',
    smt: '------- ------- -------',
    'force-lead': '------- ------- -------',
    opcc: '------- ------- -------',
    'community-panel': '------- ------- -------',
    administrator: 'yy-yyyy yy-yyyy yy-yyyy',
  })
})

test('a record whose day has come waits until somebody keeps it with a reason, and so does an objection', async (t) => {
  const { db, sergeant } = await kept(t)
  const page = async () => wordsOf((await sergeant.look(`${network}/reviews`)).body)
  assert.match(await page(), /No record waits/)
  await db`update key_individual set review_on = '2026-11-21', objected_on = '2026-11-20'`
  assert.match(
    await page(),
    /Keep or erase 1 Zephyrine Quillfeather to be looked at by 21 November 2026 objected 20 November 2026/,
  )
  assert.equal((await sergeant.send(`${theirs}/keep`, {})).status, 422)
  assert.equal(
    (await sergeant.send(`${theirs}/keep`, { reason: 'They are clerk still' })).to,
    `${network}/reviews?saved=kept`,
  )
  assert.match(await page(), /No record waits/)
  assert.deepEqual([...(await db`select review_on as "on" from key_individual`)], [{ on: '2027-11-21' }])
  await db`update key_individual set objected_on = '2026-11-22'`
  assert.match(await page(), /objected 22 November 2026/)
})

test('somebody who was never told is found, has a letter drafted, and is noted as told', async (t) => {
  const { db, sergeant } = await kept(t)
  await db`update key_individual set told_on = null`
  assert.match(wordsOf((await sergeant.look(`${network}/reviews`)).body), /Never told that we hold this 1 Zephyrine/)
  const letter = (await sergeant.look(`${theirs}/letter`)).body
  assert.match(letter, /Dear Zephyrine Quillfeather,\s+West Dorset neighbourhood policing team keeps in touch/)
  assert.match((await sergeant.send(`${theirs}/letter`, { toldOn: '2026-11-22' })).body, /has not come yet/)
  assert.equal((await sergeant.send(`${theirs}/letter`, { toldOn: '2026-11-20' })).status, 303)
  assert.deepEqual([...(await db`select told_on as "on" from key_individual`)], [{ on: '2026-11-20' }])
})

test('an owner is reminded once a week of how many records wait, by a mail that names nobody', async (t) => {
  const { db, sergeant } = await kept(t)
  const keeper = keeperOf(sergeant.id, saturday)
  const untold = individual({ toldOn: null, reviewOn: day('2026-11-20') }, saturday)
  await transaction(db, (sql) => keepKeyIndividual(sql, untold, keeper))
  const site = 'https://police.example'
  const remind = (at: Date) => remindOfReviews(db, { at, site })
  const nextWeek = new Date(saturday.getTime() + 7 * 86_400_000)
  assert.deepEqual([await remind(saturday), await remind(saturday), await remind(nextWeek)], [1, 0, 1])
  const [mail] = await db<{ about: string; text: string }[]>`select about, body_text as text from mail limit 1`
  assert.equal(mail?.about, `person/${sergeant.id}`)
  assert.match(
    mail?.text ?? '',
    /^1 record: each must be looked at.*\n1 record: each is of somebody whom nobody has told/,
  )
  assert.match(mail?.text ?? '', /https:\/\/police\.example\/desk\/dorset\/west-dorset\/network\/reviews/)
  assert.doesNotMatch(mail?.text ?? '', /Morgan|Zephyrine/)
})
