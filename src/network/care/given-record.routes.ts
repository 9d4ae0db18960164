import { randomUUID } from 'node:crypto'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt, inWords } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { siteAddress } from '#platform/page.ts'
import { readLinkWish } from './care.form.ts'
import { handOverPage, linkPage } from './erase.page.ts'
import { exportRecord } from './export-record.ts'
import { individualAt } from './individual-at.ts'
import { endOwnRecordLinks, linkLifetime, makeOwnRecordLink } from './own-record-link.ts'
import { linksTo, type OwnRecordLink } from './own-record-links.sql.ts'
import { recordAsPage } from './record-copy.page.ts'

const individual = '/desk/:force/:team/network/individuals/:id'

/** Giving somebody what is held about them: a link to their own record, or a copy of it. */
export const givenRecordRoutes: readonly Route[] = [
  get(`${individual}/own-record`, may('manage the network'), (visit) => linkForm(visit, {}, {})),
  post(`${individual}/own-record`, may('manage the network'), takeLinkWish),
  post(`${individual}/own-record/end`, may('manage the network'), endLinks),
  post(`${individual}/export`, may('manage the network'), exportOne),
]

async function takeLinkWish(visit: Visit): Promise<Answer> {
  const { person, team, force, keeper, address } = await individualAt(visit)
  const read = readLinkWish(visit.form)
  if (!read.ok) return shown(await linkForm(visit, visit.form, read.errors), 422)
  const site = siteAddress(visit.site)
  const making = { ...read.value, maySeeSensitive: maySeeSensitive(visit), teamName: team.name, site }
  const link = await transaction(visit.db, (sql) => makeOwnRecordLink(sql, person, making, keeper))
  if (read.value.given === 'by mail') return redirect(`${address}/own-record`)
  const until = inWords(dayAt(new Date(visit.now.getTime() + linkLifetime), force.timeZone))
  return handOverPage({ ...shownOf(visit, person.name, address), link, until })
}

async function endLinks(visit: Visit): Promise<Answer> {
  const { person, keeper, address } = await individualAt(visit)
  await transaction(visit.db, (sql) => endOwnRecordLinks(sql, person.id, keeper))
  return redirect(`${address}/own-record`)
}

async function exportOne(visit: Visit): Promise<Answer> {
  const { person, team, force, keeper } = await individualAt(visit)
  const asked = { person, showsSensitive: maySeeSensitive(visit) }
  const record = await transaction(visit.db, (sql) => exportRecord(sql, asked, keeper))
  return recordAsPage({ record, timeZone: force.timeZone, teamName: team.name, at: visit.now })
}

async function linkForm(visit: Visit, values: FormValues, errors: FieldErrors) {
  const { person, force, address } = await individualAt(visit)
  const isLive = ({ endedAt, expiresAt }: OwnRecordLink) => endedAt === null && expiresAt > visit.now
  const dayOf = (at: Date) => inWords(dayAt(at, force.timeZone))
  const links = await linksTo(visit.db, person.id)
  const known = { ...shownOf(visit, person.name, address), id: randomUUID(), email: person.email, links }
  return linkPage({ ...known, isLive, dayOf, values, errors })
}

const maySeeSensitive = ({ person, params }: Visit): boolean =>
  person !== null && isAllowed(person, 'see sensitive facts', params)

const shownOf = (visit: Visit, caption: string, address: string) => ({
  site: visit.site,
  caption,
  address,
  back: { href: address, words: 'Back' },
})
