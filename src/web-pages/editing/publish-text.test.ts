import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test from 'node:test'
import { deskOf, saturday, wordsOf } from '../../../test/support/desk.ts'
import { asked } from '../../../test/support/recommended.ts'
import { sectionText } from './news.sql.ts'
import { textRoutes } from './texts.routes.ts'

const texts = '/desk/dorset/west-dorset/page/texts'
const written = (words: string) => ({ id: randomUUID(), upon: '0', words, why: 'It was out of date', do: 'send' })

test('news is not published from a day on which its last day is over', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const [volunteer, sergeant] = [await as('volunteer'), await as('sergeant')]
  const news = `${texts}/${randomUUID()}`
  await volunteer.send(news, { ...written('Come.'), title: 'Fete', ...asked('lastDay', '2026-11-30') })
  const publish = (from: string) => sergeant.send(`${news}/versions/1/publish`, asked('from', from))
  const late = await publish('2026-12-01')
  assert.equal(late.status, 422)
  assert.match(wordsOf(late.body), /Its last day, 30 November 2026, is over before it would begin/)
  assert.deepEqual([...(await db`select state from page_text_version`)], [{ state: 'waiting' }])
  assert.equal((await publish('2026-11-30')).status, 303)
})

test('what the public reads already is not called off', async (t) => {
  const { db, as } = await deskOf(t, textRoutes)
  const sergeant = await as('sergeant')
  await sergeant.send(`${texts}/problem-solving`, written('We work with the council.'))
  const refused = await sergeant.send(`${texts}/problem-solving/versions/1/call-off`, {})
  assert.equal(refused.status, 409)
  assert.match(wordsOf(refused.body), /The public reads it already/)
  const read = await sectionText(db, 'dorset/west-dorset', 'problem solving', saturday)
  assert.equal(read?.words, 'We work with the council.')
})
