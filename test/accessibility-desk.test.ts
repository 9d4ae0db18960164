import { firstEvent, nobodyIsShutOut } from './support/accessible.ts'

const atTheDesk = [
  '/desk/dorset/west-dorset',
  '/desk/dorset/west-dorset/concerns',
  '/desk/dorset/west-dorset/hotspots',
  '/desk/dorset/west-dorset/silence',
  '/desk/dorset/west-dorset/engagements/new',
  '/desk/dorset/west-dorset/events',
  '/desk/dorset/west-dorset/events?view=week',
  '/desk/dorset/west-dorset/events?view=list',
  '/desk/dorset/west-dorset/events/new',
  '/desk/dorset/west-dorset/feedback',
  '/desk/dorset/west-dorset/network',
  '/desk/dorset/west-dorset/network?q=Shirbourne',
  '/desk/dorset/west-dorset/network/individuals/new',
  '/desk/dorset/west-dorset/network/organisations/new',
  '/desk/dorset/west-dorset/network/duplicates',
  '/desk/dorset/west-dorset/network/import',
  '/desk/dorset/west-dorset/network/export',
  '/desk/dorset/west-dorset/network/reviews',
  '/desk/dorset/west-dorset/network/comes-back',
  '/desk/dorset/west-dorset/schools',
  '/desk/dorset/west-dorset/schools/early-intervention',
  '/desk/dorset/west-dorset/schools/plan',
  '/desk/dorset/west-dorset/schemes',
  '/desk/dorset/west-dorset/network/gone-through',
  '/desk/dorset/west-dorset/volunteers',
  '/desk/dorset/west-dorset/handover',
  '/desk/dorset/west-dorset/councils',
  '/desk/dorset/west-dorset/partners',
  '/desk/dorset/west-dorset/network/meetings/plan?with=sergeants',
  '/desk/dorset/west-dorset/evidence/import',
  '/desk/dorset/west-dorset/niche',
  '/desk/dorset/west-dorset/events/import',
  '/desk/dorset/west-dorset/contracts/read',
]

const ofAForce = [
  '/desk/dorset/events',
  '/desk/dorset/settings/advertising',
  '/desk/dorset/settings/assessment',
  '/desk/dorset/settings/appearance',
  '/desk/dorset/accessibility',
  '/desk/dorset/silence',
  '/desk/dorset/crime',
  '/desk/dorset/boundaries',
  '/desk/dorset/boundaries/55.DT3001',
  '/desk/dorset/postcodes',
  '/desk/dorset/west-dorset/network/readings',
  '/desk/dorset/schools/register',
  '/desk/dorset/terms',
  '/desk/devon-and-cornwall/launceston/schools',
  '/desk/dorset/neo',
  '/desk/dorset/page',
  '/desk/dorset/west-dorset/page',
  '/desk/dorset/west-dorset/page/officers/new',
  '/desk/dorset/west-dorset/page/contact',
  '/desk/dorset/west-dorset/page/links/new',
  '/desk/dorset/west-dorset/page/locations/new',
  '/desk/dorset/west-dorset/people',
  '/desk/mail',
  '/desk/dorset/niche',
  '/desk/frameworks/load',
]

nobodyIsShutOut('any page of the desk', async ({ page, url, open, signIn }) => {
  const event = await firstEvent(page, `${url}/dorset/west-dorset/events`)
  await signIn('sergeant')
  await open(...['', '/social', '/feedback', '/change', '/assessment'].map((more) => `/desk${event}${more}`))
  await open(...atTheDesk)
  await signIn('administrator')
  await open(...ofAForce)
})
