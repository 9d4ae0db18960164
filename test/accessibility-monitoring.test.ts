import { findLapses } from '#monitoring/watch/find-lapses.ts'
import { openDatabase } from '#platform/database/database.ts'
import { nobodyIsShutOut } from './support/accessible.ts'

const team = '/desk/dorset/west-dorset'

nobodyIsShutOut('the watch list, notes and what follows a recommendation', async (walk) => {
  const { page, url, databaseUrl, open, look, press, signIn } = walk
  await signIn('opcc')
  await open('/desk/dorset/watch', '/desk/dorset/watch/west-dorset')
  await page.getByLabel('The whole team, with all that it promises').check()
  await press('Follow these')
  const db = openDatabase(databaseUrl, { connections: 1 })
  await findLapses(db, { at: new Date(), site: url })
  await db`update promise_seen set standing = 'on course', as_at = as_at - 1 where contract_id like 'dorset/west-dorset/%'`
  await findLapses(db, { at: new Date(), site: url })
  await page.reload()
  await look('what lapsed', /Lapsed since you began to follow[^]*I have seen these/)
  await open('/desk/dorset/watch/west-dorset', `${team}/notes`)
  await press('Send this note')
  await look('a note with mistakes', /There is a problem/)
  await page.getByLabel('Your note').fill('What stands in the way?')
  await press('Send this note')
  await page.getByRole('link', { name: 'What stands in the way?' }).click()
  await look('a note that waits, for its writer', /Close this note/)
  const note = new URL(page.url()).pathname
  await signIn('sergeant')
  await open(team, `${team}/notes`, note)
  await press('Send this answer')
  await look('an answer with mistakes', /Write the answer/)
  await page.getByLabel('Your answer').fill('The hall is closed')
  await press('Send this answer')
  await look('a note that was answered', /The hall is closed/)
  await signIn('opcc')
  await open(note)
  await press('Ask again')
  await look('what is asked again with mistakes', /Say what you ask/)

  const [closed] = await db<{ id: string }[]>`select id from recommendation order by due_on limit 1`
  await db`
    insert into recommendation_step (id, recommendation_id, step, words, taken_on, taken_at, taken_by)
    select gen_random_uuid(), id, 'sent back', 'Not yet.', '2020-10-31', now(), made_by from recommendation where id = ${closed?.id ?? ''}`
  await signIn('sergeant')
  await open(`${team}/recommendations/${closed?.id}`)
  await press('Propose to close it')
  await look('a closure with mistakes', /Choose evidence|Write what the public reads/)
  await press('Ask for more time')
  await look('more time with mistakes', /Enter until when you need/)
  await press('Give it to them')
  await look('another owner with mistakes', /Choose who owns it/)
  await open('/dorset/west-dorset/contract/2019/rating', `${team}/recommendations`)

  await signIn('opcc')
  await page.goto(`${url}/desk/dorset/rounds`)
  await page.getByRole('button', { name: /^Open the round of/ }).click()
  await press('Open this round')
  await page.getByRole('link', { name: 'Move the days of this round' }).click()
  await look('the days of a round', /Nothing begins before its day/)
  await page.fill('#closesOn-year', '2001')
  await press('Move the days')
  await look('days of a round with mistakes', /There is a problem/)
  await db.end()
})
