import { isAllowed, may } from '#people/permissions.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { addressOf, type VersionLine } from './page-text.ts'
import { callOff, publishVersion, sendBack, takeDown } from './publish-text.ts'
import { NotCurrent, orNotCurrent } from './tell-shown.ts'
import { versionAt, writtenTextAt } from './text-at.ts'
import { versionPage } from './version.page.ts'
import { versionsPage } from './versions.page.ts'
import { readPublishing, readSendingBack, readTakingDown, whenFields } from './write-text.form.ts'

const text = '/desk/:force/:team/page/texts/:text'
const version = `${text}/versions/:number`

/** What became of every version of a text, and deciding on it. */
export const versionRoutes: readonly Route[] = [
  get(`${text}/versions`, may('write for the page'), showVersions),
  get(version, may('write for the page'), (visit) => showVersion(visit)),
  post(`${version}/publish`, may('publish on the page'), takePublishing),
  post(`${version}/send-back`, may('publish on the page'), takeSendingBack),
  post(`${version}/call-off`, may('publish on the page'), takeCallingOff),
  post(`${text}/take-down`, may('publish on the page'), takeTakingDown),
]

async function showVersions(visit: Visit): Promise<Answer> {
  const { force, team, text: of, versions, shownNumber } = await writtenTextAt(visit)
  const numbered = (name: string) => versions.find(({ number }) => String(number) === typed(visit.query, name))
  const [one, other] = [numbered('from'), numbered('to')]
  const compared = one && other && one !== other ? inOrder(one, other) : null
  const { now, site } = visit
  return versionsPage({ site, team, text: of, versions, shownNumber, compared, now, timeZone: force.timeZone })
}

const inOrder = (one: VersionLine, other: VersionLine): readonly [VersionLine, VersionLine] =>
  one.number < other.number ? [one, other] : [other, one]

async function takePublishing(visit: Visit): Promise<Answer> {
  const { force, section, writer, version: waiting, ...found } = await versionAt(visit)
  const read = readPublishing(visit.form, { section, now: visit.now, timeZone: force.timeZone })
  if (!read.ok) return shown(await showVersion(visit, visit.form, read.errors), 422)
  const kept = await orNotCurrent(() =>
    transaction(visit.db, (sql) => publishVersion(sql, waiting, read.value, writer)),
  )
  if (kept instanceof NotCurrent) return shown(await showVersion(visit, visit.form, { saysCurrent: kept.message }), 422)
  return redirect(`${addressOf(found.text)}/versions/${waiting.number}`)
}

async function takeSendingBack(visit: Visit): Promise<Answer> {
  const read = readSendingBack(visit.form)
  if (!read.ok) return shown(await showVersion(visit, visit.form, read.errors), 422)
  return decide(visit, (sql, found) => sendBack(sql, found.version, read.value.words, found.writer))
}

function takeCallingOff(visit: Visit): Promise<Answer> {
  return decide(visit, (sql, found) => callOff(sql, found.version, found.writer))
}

async function takeTakingDown(visit: Visit): Promise<Answer> {
  const { team, text: news, versions, writer } = await writtenTextAt(visit)
  const read = readTakingDown(visit.form)
  if (!read.ok) return shown(await showVersion(visit, visit.form, read.errors, versions[0]?.number), 422)
  await transaction(visit.db, (sql) => takeDown(sql, news, read.value.takenDownWhy, writer))
  return redirect(`/desk/${team.id}/page/texts`)
}

type Found = Awaited<ReturnType<typeof versionAt>>

async function decide(visit: Visit, verb: (sql: Sql, found: Found) => Promise<void>): Promise<Answer> {
  const found = await versionAt(visit)
  await transaction(visit.db, (sql) => verb(sql, found))
  return redirect(`${addressOf(found.text)}/versions/${found.version.number}`)
}

async function showVersion(
  visit: Visit,
  values: FormValues | null = null,
  errors: FieldErrors = {},
  number = Number(visit.params['number']),
) {
  const { force, team, text: of, versions, version: one, shownNumber } = await versionAt(visit, number)
  const wished = one.wishedFrom !== null && one.wishedFrom > visit.now ? whenFields(one.wishedFrom, force.timeZone) : {}
  return versionPage({
    site: visit.site,
    team,
    text: of,
    version: one,
    before: versions.find(({ number }) => number === one.number - 1) ?? null,
    shownNumber,
    isNewest: versions[0]?.number === one.number,
    now: visit.now,
    timeZone: force.timeZone,
    mayPublish: visit.person !== null && isAllowed(visit.person, 'publish on the page', visit.params),
    values: values ?? wished,
    errors,
  })
}
