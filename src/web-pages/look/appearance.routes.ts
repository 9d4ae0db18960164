import type { Force } from '#areas/area.ts'
import type { Appearance, Chosen } from '#areas/appearance/appearance.ts'
import { findAppearance, findCrest } from '#areas/appearance/appearances.sql.ts'
import type { Chooser } from '#areas/appearance/keep-appearance.ts'
import { lookOf, stylesheetOf } from '#areas/appearance/look.ts'
import { forceAt } from '#areas/team-at.ts'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed } from '#platform/form.ts'
import { redirect, shown, type Answer, type Reply } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { appearanceValues, readAppearance } from './appearance.form.ts'
import { addressOf, appearancePage } from './appearance.page.ts'
import { setAppearance, setCrest } from './set-appearance.ts'
import { readCrest } from './told-crest.ts'

const settings = '/desk/:force/settings/appearance'
const keep = may('keep what the force says')

/** How a force's pages look: where it is chosen, and what every page then fetches. */
export const appearanceRoutes: readonly Route[] = [
  get(settings, keep, showAppearance),
  post(settings, keep, takeAppearance),
  post(`${settings}/crest`, keep, takeCrest, { upload: { maxBytes: 1024 * 1024 } }),
  post(`${settings}/crest/remove`, keep, removeCrest),
  get('/look/:force/:file', everyone, giveLook),
]

type Kept = { readonly force: Force; readonly chosen: Chosen; readonly crest: string | null }

/** What the force of an address chose until now. */
async function keptAt({ db, params }: Visit): Promise<Kept> {
  const force = await forceAt(db, params)
  const appearance = await findAppearance(db, force.id)
  const chosen = appearance ?? { colour: null, accent: null, languages: ['en'] }
  return { force, chosen, crest: appearance ? lookOf(appearance).crest : null }
}

async function showAppearance(visit: Visit): Promise<Answer> {
  const kept = await keptAt(visit)
  const state = typed(visit.query, 'saved') === '' ? 'kept' : 'saved'
  return appearancePage({ ...asKept(visit, kept), state })
}

const asKept = ({ site }: Visit, { force, chosen, crest }: Kept) => ({
  site,
  force,
  crest,
  values: appearanceValues(chosen),
  errors: {},
  nearest: null,
})

async function takeAppearance(visit: Visit): Promise<Answer> {
  const kept = await keptAt(visit)
  const read = readAppearance(visit.form)
  const values = visit.form
  if (!read.ok) {
    const { errors, nearest } = read
    return shown(appearancePage({ ...asKept(visit, kept), values, errors, nearest, state: 'mistaken' }), 422)
  }
  if (typed(values, 'then') === 'look') {
    return appearancePage({ ...asKept(visit, kept), values: appearanceValues(read.chosen), state: 'tried' })
  }
  await transaction(visit.db, (sql) => setAppearance(sql, read.chosen, chooserOf(visit, kept.force.id)))
  return redirect(`${addressOf(kept.force)}?saved=yes`)
}

async function takeCrest(visit: Visit): Promise<Answer> {
  const kept = await keptAt(visit)
  const crest = readCrest(visit.files[0]?.bytes)
  if (typeof crest === 'string')
    return shown(appearancePage({ ...asKept(visit, kept), errors: { crest }, state: 'mistaken' }), 422)
  await transaction(visit.db, (sql) => setCrest(sql, crest, chooserOf(visit, kept.force.id)))
  return redirect(`${addressOf(kept.force)}?saved=yes`)
}

async function removeCrest(visit: Visit): Promise<Answer> {
  const { force } = await keptAt(visit)
  await transaction(visit.db, (sql) => setCrest(sql, null, chooserOf(visit, force.id)))
  return redirect(`${addressOf(force)}?saved=yes`)
}

const chooserOf = ({ now, person }: Visit, forceId: string): Chooser => ({
  forceId,
  at: now,
  personId: person?.id ?? null,
})

/** The colours of a force as a stylesheet, or its crest; throws a Refusal (404) where it chose none. */
async function giveLook({ db, params: { force = '', file = '' } }: Visit): Promise<Answer> {
  const appearance = await findAppearance(db, force)
  const found = appearance && (file.endsWith('.css') ? stylesheetReply(appearance) : await crestReply(db, force, file))
  if (!found) throw new Refusal('There is no such picture or stylesheet.', 404)
  return found
}

/** Its address changes with what is in it, so a browser may keep it for a year. */
const headers = { 'cache-control': 'public, max-age=31536000, immutable' }

const stylesheetReply = (appearance: Appearance): Reply => ({
  status: 200,
  type: 'text/css; charset=utf-8',
  body: stylesheetOf(appearance),
  headers,
})

async function crestReply(db: Visit['db'], force: string, file: string): Promise<Reply | undefined> {
  const crest = file.startsWith('crest-') ? await findCrest(db, force) : undefined
  return crest && { status: 200, type: crest.type, body: crest.bytes, headers }
}
