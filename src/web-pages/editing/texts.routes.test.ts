import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import type { Database } from '#platform/database/database.ts'
import { deskOf, formOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { findNews, latestNews, sectionText } from './news.sql.ts'
import { tellDue } from './tell-shown.ts'
import { textRoutes } from './texts.routes.ts'

const team = 'dorset/west-dorset'
const texts = `/desk/${team}/page/texts`
const section = `${texts}/problem-solving`

const written = (words: string, more: Readonly<Record<string, string>> = {}) => ({
  id: randomUUID(),
  upon: '0',
  words,
  why: 'It was out of date',
  do: 'send',
  ...more,
})

const at = (instant: string) => new Date(instant)

const told = (db: Database) => db<{ kind: string; on: string; facets: Record<string, unknown>; subjects: string[] }[]>`
  select kind, happened_on as "on", facets, subjects from evidence where chain = ${team} order by seq`

test('what a volunteer writes is read by nobody until an officer approves it, and counts as the volunteer’s update', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const [volunteer, sergeant] = [await as('volunteer'), await as('sergeant')]
  const sent = await volunteer.send(section, written('We work with the council.'))
  assert.deepEqual([sent.status, sent.to], [303, `${section}/versions/1`])
  assert.equal(await sectionText(db, team, 'problem solving', saturday), null)
  assert.equal((await volunteer.send(`${section}/versions/1/publish`, {})).status, 403)
  assert.equal((await sergeant.send(`${section}/versions/1/publish`, { saysCurrent: 'yes' })).status, 303)
  assert.deepEqual(await sectionText(db, team, 'problem solving', saturday), {
    section: 'problem solving',
    words: 'We work with the council.',
    changedAt: saturday,
  })
  const subjects = [`${team}/web-section/problem-solving`]
  assert.deepEqual(
    [...(await told(db))],
    [
      {
        kind: 'update made',
        on: '2026-11-21',
        facets: { channel: 'web page', mobile: false, role: 'volunteer' },
        subjects,
      },
      {
        kind: 'page reviewed',
        on: '2026-11-21',
        facets: { current: true, section: 'problem solving', role: 'sergeant' },
        subjects,
      },
    ],
  )
  assert.equal((await sergeant.send(`${section}/versions/1/publish`, {})).status, 409)
  assert.equal((await told(db)).length, 2)
})

test('an officer sends a text back with words, and the volunteer finds their own words and what to change', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const [volunteer, sergeant] = [await as('volunteer'), await as('sergeant')]
  await volunteer.send(section, written('We work with the counsel.'))
  const empty = await sergeant.send(`${section}/versions/1/send-back`, { words: ' ' })
  assert.deepEqual([empty.status, /Enter what they should change/.test(empty.body)], [422, true])
  await sergeant.send(`${section}/versions/1/send-back`, { words: 'It is council.' })
  const again = await volunteer.look(section)
  assert.match(wordsOf(again.body), /The sergeant sent this back: It is council\./)
  assert.equal(formOf(again.body)['words'], 'We work with the counsel.')
  const better = { ...formOf(again.body), words: 'We work with the council.', why: 'As you said', do: 'send' }
  assert.equal((await volunteer.send(section, better)).to, `${section}/versions/2`)
  const history = wordsOf((await sergeant.look(`${section}/versions?from=1&to=2`)).body)
  assert.match(history, /\(removed: counsel\. end of what was removed\) \(added: council\. end of what was added\)/)
  assert.match(history, /Waits for an officer.*Sent back/)
  assert.equal((await told(db)).length, 0)
})

test('where two write at once the second sees both texts, and nothing of either is lost', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const [sergeant, inspector] = [await as('sergeant'), await as('inspector')]
  await sergeant.send(section, written('First.'))
  const [one, other] = [formOf((await sergeant.look(section)).body), formOf((await inspector.look(section)).body)]
  const changed = (form: Record<string, string>, words: string) => ({ ...form, words, why: 'Better', do: 'send' })
  assert.equal((await sergeant.send(section, changed(one, 'The sergeant’s words.'))).status, 303)
  const conflict = await inspector.send(section, changed(other, 'The inspector’s words.'))
  assert.equal(conflict.status, 409)
  assert.match(wordsOf(conflict.body), /The sergeant wrote version 2/)
  const form = formOf(conflict.body)
  assert.deepEqual(
    [form['theirs'], form['words'], form['upon']],
    ['The sergeant’s words.', 'The inspector’s words.', '2'],
  )
  assert.equal((await sectionText(db, team, 'problem solving', saturday))?.words, 'The sergeant’s words.')
  assert.equal((await inspector.send(section, { ...form, do: 'send' })).to, `${section}/versions/3`)
  assert.equal((await sectionText(db, team, 'problem solving', saturday))?.words, 'The inspector’s words.')
})

test('a form sent twice makes one version and one update', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  const form = written('Once.')
  for (let time = 0; time < 2; time++) assert.equal((await sergeant.send(section, form)).to, `${section}/versions/1`)
  const [versions] = await db<{ n: number }[]>`select count(*)::int as n from page_text_version`
  assert.deepEqual([versions?.n, (await told(db)).length], [1, 1])
})

test('an older version comes back as a new one, and the words of none can be changed', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  await sergeant.send(section, written('The first words.'))
  await sergeant.send(section, written('Other words.', { upon: '1' }))
  const back = formOf((await sergeant.look(`${section}?version=1`)).body)
  assert.deepEqual([back['words'], back['why'], back['upon']], ['The first words.', 'Brings back version 1', '2'])
  assert.equal((await sergeant.send(section, { ...back, do: 'send' })).to, `${section}/versions/3`)
  assert.equal((await sectionText(db, team, 'problem solving', saturday))?.words, 'The first words.')
  await assert.rejects(
    db`update page_text_version set words = 'Never said' where number = 1`,
    /stays as it was written/,
  )
})

test('news for a time to come is read from that minute on by the force’s clocks, and the ledger is told then', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  const id = randomUUID()
  const when = { 'from-day': '1', 'from-month': '6', 'from-year': '2027', fromTime: '9.30am' }
  const last = { 'lastDay-day': '2', 'lastDay-month': '6', 'lastDay-year': '2027' }
  assert.equal(
    (await sergeant.send(`${texts}/${id}`, written('Come.', { title: 'Fete', ...when, ...last }))).status,
    303,
  )
  const titles = async (instant: string) => (await latestNews(db, team, at(instant), 5)).map(({ title }) => title)
  const moments = ['2027-06-01T08:29:59Z', '2027-06-01T08:30:00Z', '2027-06-02T22:59:59Z', '2027-06-02T23:00:00Z']
  assert.deepEqual(await Promise.all(moments.map(titles)), [[], ['Fete'], ['Fete'], []])
  assert.equal(await tellDue(db, at('2027-06-01T08:29:59Z')), 0)
  const forgotten: string[] = []
  const { unlisten } = await db.listen('ledger', (chain) => forgotten.push(chain))
  assert.deepEqual(
    [await tellDue(db, at('2027-06-01T08:30:20Z')), await tellDue(db, at('2027-06-01T08:31:20Z'))],
    [1, 0],
  )
  await db`select pg_sleep(0.1)`
  await unlisten()
  assert.deepEqual([...new Set(forgotten)], [team])
  assert.deepEqual(
    (await told(db)).map(({ kind, on, facets }) => [kind, on, facets['role']]),
    [
      ['update made', '2027-06-01', 'sergeant'],
      ['information shared', '2027-06-01', 'sergeant'],
    ],
  )
})

test('what was to be shown later is called off before its time, and then never tells the ledger', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  const when = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' }
  await sergeant.send(section, written('From December.', when))
  assert.match((await sergeant.look(`${section}/versions/1`)).body, /Published from a later time on/)
  assert.equal((await sergeant.send(`${section}/versions/1/call-off`, {})).status, 303)
  assert.equal((await sergeant.send(`${section}/versions/1/call-off`, {})).status, 409)
  assert.deepEqual(
    [
      await tellDue(db, at('2026-12-02T00:00:00Z')),
      await sectionText(db, team, 'problem solving', at('2026-12-02T00:00:00Z')),
    ],
    [0, null],
  )
})

test('news that is taken down is gone at once, and cannot be written anew', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const [sergeant, volunteer] = [await as('sergeant'), await as('volunteer')]
  const id = randomUUID()
  await sergeant.send(`${texts}/${id}`, written('A thief was caught.', { title: 'Caught' }))
  assert.equal((await findNews(db, team, id, saturday))?.title, 'Caught')
  assert.equal((await volunteer.send(`${texts}/${id}/take-down`, { takenDownWhy: 'Wrong' })).status, 403)
  assert.match((await sergeant.send(`${texts}/${id}/take-down`, {})).body, /Enter why/)
  assert.equal((await sergeant.send(`${texts}/${id}/take-down`, { takenDownWhy: 'It was wrong' })).status, 303)
  assert.equal(await findNews(db, team, id, saturday), null)
  assert.equal((await sergeant.send(`${texts}/${id}`, written('Again.', { title: 'Again', upon: '1' }))).status, 409)
})

test('mistakes stand beside their fields and keep what was typed; a section that tells nothing cannot be said to be right', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  const wrong = written('', { why: '', 'from-day': '1', 'from-month': '1', 'from-year': '2020' })
  const shown = await sergeant.send(`${texts}/${randomUUID()}`, { ...wrong, do: 'preview' })
  assert.equal(shown.status, 422)
  assert.match(wordsOf(shown.body), /Enter what the public should read Enter what you changed, and why/)
  const late = await sergeant.send(
    section,
    written('Kept words', { 'from-day': '1', 'from-month': '1', 'from-year': '2020' }),
  )
  assert.deepEqual([late.status, formOf(late.body)['words']], [422, 'Kept words'])
  assert.match(wordsOf(late.body), /1 January 2020 is over/)
  const nobody = await sergeant.send(`${texts}/the-team`, written('We are here.', { saysCurrent: 'yes' }))
  assert.match(wordsOf(nobody.body), /The page shows nobody of the team yet/)
  assert.deepEqual([nobody.status, formOf(nobody.body)['words']], [422, 'We are here.'])
  assert.deepEqual([...(await db`select from page_text_version`)], [])
  assert.equal((await sergeant.send(section, written('x'.repeat(4_001)))).status, 422)
})

test('another team’s news is not written, and the preview of pasted HTML says what was taken away', async (t) => {
  const { as } = await deskOf(t, textRoutes)
  const [sergeant, other] = [await as('sergeant'), await as('sergeant', 'dorset/purbeck')]
  const id = randomUUID()
  await sergeant.send(`${texts}/${id}`, written('Ours.', { title: 'Ours' }))
  const theirs = await other.send(`/desk/dorset/purbeck/page/texts/${id}`, written('Theirs.', { title: 'Theirs' }))
  assert.equal(theirs.status, 404)
  const pasted = written('<p class=MsoNormal>Hello <b>all</b></p><script>alert(1)</script>', { do: 'preview' })
  const preview = await sergeant.send(section, pasted)
  assert.match(wordsOf(preview.body), /This was taken away: a script, styles\./)
  assert.deepEqual([/<strong>all<\/strong>/.test(preview.body), /alert\(1\)/.test(preview.body)], [true, false])
  const change = await sergeant.send(section, { ...formOf(preview.body), do: 'change' })
  assert.equal(formOf(change.body)['words'], 'Hello **all**')
})
