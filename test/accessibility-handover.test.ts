import { nobodyIsShutOut, type Walk } from './support/accessible.ts'
import { linkToCouncillorSurvey } from './support/councillor-survey.ts'

const desk = '/desk/dorset/west-dorset'

nobodyIsShutOut('what schemes, volunteers and the engagement officer lead to, mistakes among it,', async (walk) => {
  const { page, url, look, press, signIn } = walk
  await signIn('sergeant')
  await page.goto(`${url}${desk}/schemes`)
  await page
    .getByRole('link', { name: /^Change the coordinator/ })
    .first()
    .click()
  await look('one watch scheme', /Coordinator or deputy/)
  await press('Save who it is')
  await look('a coordinator with mistakes', /There is a problem/)
  await press('Save the count')
  await look('a count of members with mistakes', /There is a problem/)
  await page.goto(`${url}${desk}/network/gone-through`)
  await press('We have gone through the list')
  await look('a network that was gone through', /When we did/)
  await offerTasks(walk)
  await signIn('neo')
  await page.goto(`${url}/desk/dorset/neo`)
  await press('Note the meeting')
  await look('a meeting with a team, with mistakes', /There is a problem/)
})

/** The sergeant adds a volunteer and offers two tasks; the volunteer takes one and says how long it took. */
async function offerTasks({ page, url, look, press, signIn }: Walk): Promise<void> {
  const volunteers = `${url}${desk}/volunteers`
  await page.goto(volunteers)
  await press('Add the volunteer')
  await look('a volunteer with mistakes', /Enter their name/)
  await page.goto(volunteers)
  await press('Offer the task')
  await look('a task with mistakes', /Enter what is to be done/)
  await page
    .getByRole('link', { name: /^They leave/ })
    .first()
    .click()
  await page.getByLabel('Year').fill('1999')
  await page.locator('form.desk-form button').click()
  await look('a volunteer who leaves, with mistakes', /There is a problem/)
  await page.request.post(`${volunteers}/tasks`, { form: task('Put the dates up', '') })
  await page.request.post(`${volunteers}/tasks`, { form: task('Take pictures', 'a drone licence') })
  await page.goto(volunteers)
  await look('tasks that are offered', /Take pictures/)
  await signIn('volunteer')
  await page.goto(`${url}${desk}/tasks`)
  await look('tasks as a volunteer sees them', /You have not told us that you can/)
  const own = page.getByRole('listitem').filter({ hasText: 'Put the dates up' })
  await own.getByRole('button', { name: /^Take it/ }).click()
  await own.getByRole('button', { name: /^Note the hours/ }).click()
  await look('hours with a mistake', /Enter hours from/)
  await page.goto(`${url}${desk}/tasks`)
  await press('Note the hours')
  await look('hours of one’s own with mistakes', /Choose what you did/)
}

function task(words: string, needs: string): Record<string, string> {
  const today = new Date()
  return {
    id: crypto.randomUUID(),
    task: 'pages',
    words,
    needs,
    hours: '2',
    'onDay-day': String(today.getDate()),
    'onDay-month': String(today.getMonth() + 1),
    'onDay-year': String(today.getFullYear()),
  }
}

nobodyIsShutOut('what a handover leads to, mistakes among it,', async ({ page, url, look, press, signIn }) => {
  await signIn('inspector')
  await page.goto(`${url}${desk}/people`)
  await look('the people of a team', /Robin Fictional/)
  await page.getByRole('link', { name: 'Robin Fictional (PCSO)', exact: true }).click()
  await press('Note their last day')
  await look('somebody who may not leave yet', /problem|hands? .* over/i)
  await page.goto(`${url}${desk}/people`)
  await page.getByRole('link', { name: /^Hand over.*Robin/ }).click()
  await look('all that somebody hands over', /New owner/)
  await page.getByLabel('Introduced by').first().fill('2020-01-01')
  await press('Hand everything over')
  await look('a handover with mistakes', /There is a problem/)
  await page.getByLabel('Introduced by').first().fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('radio', { name: 'They stay in the team' }).check()
  await press('Hand everything over')
  await look('a handover that was made', /Everything has its new owner/)
  await page.locator('a[href*="/introductions/"]').first().click()
  await look('an introduction', /takes over/)
})

nobodyIsShutOut(
  'the questions to councillors, mistakes among it,',
  async ({ page, url, databaseUrl, look, press, signIn }) => {
    const link = await linkToCouncillorSurvey(url, databaseUrl)
    await page.goto(`${url}/reply/nobody`)
    await look('a link that leads nowhere', /leads nowhere/)
    await page.goto(link)
    await look('three statements', /./)
    await press('Send')
    await look('three statements with mistakes', /There is a problem/)
    for (const group of await page.getByRole('group').all()) await group.getByLabel('Neither').check()
    await press('Send')
    await page.goto(link)
    await look('a link that was used', /You answered already/)
    await signIn('inspector')
    await page.goto(`${url}${desk}/councils`)
    await press('Close the survey and count the answers')
    await look('a survey that is over', /Too few to be told/)
    await press('Ask the councillors')
    await look('what comes of asking the councillors', /councillor/i)
  },
)
