import { neighbourhoodsOf } from '#areas/areas.sql.ts'
import { teamAt } from '#areas/team-at.ts'
import { idOrNew } from '#network/typed-parts.ts'
import { transaction } from '#platform/database/database.ts'
import { stampAgain } from '#platform/form-stamp.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, withHeader, type Answer } from '#platform/http/answers.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { siteAddress } from '#platform/page.ts'
import { addressHolderOf, sayYesToAnswer } from './confirm-address.ts'
import { deadConcernLinkPage, myConcernPage, notFixedPage, saidYesPage, sayYesPage } from './my-concern.page.ts'
import { holderOf, sayNotFixed } from './say-not-fixed.ts'
import { sendConcern } from './send-concern.ts'
import { readNotFixed, readTellUs } from './tell-us.form.ts'
import { tellUsPage, thanksPage } from './tell-us.page.ts'
import { tellingOf } from './telling-of.ts'

const tellUs = '/:force/:team/tell-us'
const mine = '/my-concern/:token'
const yes = '/my-concern/confirm/:token'

/** What residents tell a team without an account, and what they say to its answer by a link of their own. */
export const tellUsRoutes: readonly Route[] = [
  get(tellUs, everyone, askWhatMatters, { perMinute: 120, translated: true }),
  post(tellUs, everyone, takeWhatMatters, { perMinute: 10, maxBytes: 16 * 1024, translated: true }),
  get(`${tellUs}/thanks`, everyone, thank, { translated: true }),
  get(mine, everyone, unseen(showMine), { perMinute: 30, translated: true }),
  get(yes, everyone, unseen(askToSayYes), { perMinute: 30, translated: true }),
  post(yes, everyone, unseen(takeYes), { perMinute: 30, translated: true }),
  post(mine, everyone, unseen(takeNotFixed), { perMinute: 10, maxBytes: 16 * 1024, translated: true }),
]

async function askWhatMatters(visit: Visit): Promise<Answer> {
  // Each form is of its own, so none may be kept.
  return withHeader(await form(visit, idOrNew({}), visit.query, {}), 'cache-control', 'no-store')
}

async function takeWhatMatters(visit: Visit): Promise<Answer> {
  const { force, team } = await teamAt(visit.db, visit.params)
  const neighbourhoodIds = (await neighbourhoodsOf(visit.db, force.id, team.id)).map(({ id }) => id)
  const setting = { secret: await secretOf(visit.db), teamId: team.id, neighbourhoodIds, now: visit.now }
  const read = readTellUs(visit.form, setting)
  if (!read.ok) return shown(await form(visit, idOrNew(visit.form), visit.form, read.errors), 422)
  const { address, ...concern } = read.value
  const tell = address === null ? null : { ...tellingOf(visit, team.name), address, language: visit.language }
  await transaction(visit.db, (sql) => sendConcern(sql, { ...concern, tell }, force, visit.now))
  return redirect(`/${team.id}/tell-us/thanks`)
}

async function form(visit: Visit, id: string, values: FormValues, errors: FieldErrors) {
  const { force, team } = await teamAt(visit.db, visit.params)
  const given = { formId: id, about: team.id, at: visit.now }
  const stamp = stampAgain(await secretOf(visit.db), typed(values, 'stamp'), given)
  const neighbourhoods = await neighbourhoodsOf(visit.db, force.id, team.id)
  return tellUsPage({ site: visit.site, team, neighbourhoods, id, stamp, values, errors })
}

async function thank(visit: Visit): Promise<Answer> {
  const { team } = await teamAt(visit.db, visit.params)
  return thanksPage({ site: visit.site, team })
}

async function askToSayYes({ db, site, params, path, now }: Visit): Promise<Answer> {
  const holder = await addressHolderOf(db, params['token'] ?? '', now)
  return holder ? sayYesPage({ site, holder, path }) : shown(deadConcernLinkPage({ site }), 404)
}

async function takeYes(visit: Visit): Promise<Answer> {
  const { db, site, params, language, now } = visit
  const said = { token: params['token'] ?? '', language, site: siteAddress(site) }
  const holder = await transaction(db, (sql) => sayYesToAnswer(sql, said, now))
  return holder ? saidYesPage({ site, holder }) : shown(deadConcernLinkPage({ site }), 404)
}

async function showMine(visit: Visit): Promise<Answer> {
  const holder = await holderOf(visit.db, visit.params['token'] ?? '', visit.now)
  if (holder === null) return shown(deadConcernLinkPage(visit), 404)
  return myConcernPage({ site: visit.site, holder, path: visit.path, values: {}, errors: {} })
}

async function takeNotFixed(visit: Visit): Promise<Answer> {
  const token = visit.params['token'] ?? ''
  const read = readNotFixed(visit.form)
  const said = { token, words: read.ok ? read.value.words : '' }
  const holder = await (read.ok
    ? transaction(visit.db, (sql) => sayNotFixed(sql, said, visit.now))
    : holderOf(visit.db, token, visit.now))
  if (holder === null) return shown(deadConcernLinkPage(visit), 404)
  if (read.ok) return notFixedPage({ site: visit.site, holder })
  return shown(
    myConcernPage({ site: visit.site, holder, path: visit.path, values: visit.form, errors: read.errors }),
    422,
  )
}
