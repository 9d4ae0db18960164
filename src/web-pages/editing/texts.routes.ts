import { randomUUID } from 'node:crypto'
import { isAllowed, may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keeperOf } from '../keepers/keepers.sql.ts'
import { unwrapHtml } from './from-html.ts'
import { addressOf } from './page-text.ts'
import { publishVersion } from './publish-text.ts'
import { begunAs, textAt, type TextFound } from './text-at.ts'
import { NotCurrent, orNotCurrent } from './tell-shown.ts'
import { textsOf } from './texts.sql.ts'
import { textsPage } from './texts.page.ts'
import { versionRoutes } from './versions.routes.ts'
import { writeVersion } from './write-text.ts'
import { pressed, readWriting, valuesOf, type WritingTold } from './write-text.form.ts'
import { conflictPage, previewPage, writeTextPage } from './write-text.page.ts'
import { writerAt } from './writer-at.ts'

const texts = '/desk/:force/:team/page/texts'

/** Writing the words of a team's page, seeing them first, and what became of every version. */
export const textRoutes: readonly Route[] = [
  get(texts, may('write for the page'), showTexts),
  get(`${texts}/new`, may('write for the page'), askForNews),
  get(`${texts}/:text`, may('write for the page'), askForText),
  post(`${texts}/:text`, may('write for the page'), takeText),
  ...versionRoutes,
]

const mayPublish = ({ person, params }: Visit): boolean =>
  person !== null && isAllowed(person, 'publish on the page', params)

async function showTexts(visit: Visit): Promise<Answer> {
  const { force, team } = await writerAt(visit)
  const [all, keeper] = await Promise.all([textsOf(visit.db, team.id, visit.now), keeperOf(visit.db, team.id)])
  return textsPage({
    site: visit.site,
    team,
    texts: all,
    keeper: keeper?.name ?? null,
    now: visit.now,
    timeZone: force.timeZone,
    mayPublish: mayPublish(visit),
    mayAssign: visit.person !== null && isAllowed(visit.person, 'assign a page keeper', visit.params),
  })
}

async function askForNews(visit: Visit): Promise<Answer> {
  const { team } = await writerAt(visit)
  const action = `/desk/${team.id}/page/texts/${randomUUID()}`
  const values = { id: randomUUID(), upon: '0' }
  return writeTextPage({ ...asked(visit), team, section: null, action, values, errors: {}, sentBack: null })
}

/** The newest version to write upon, or an older one to bring back. */
async function askForText(visit: Visit): Promise<Answer> {
  const found = await textAt(visit)
  const { force, versions } = found
  const newest = versions[0]
  const older = versions.find(({ number }) => String(number) === typed(visit.query, 'version'))
  const begun = valuesOf(older ?? newest ?? null, { now: visit.now, timeZone: force.timeZone })
  const why = older ? `Brings back version ${older.number}` : ''
  return writingPage(visit, found, { ...begun, why, id: randomUUID(), upon: String(newest?.number ?? 0) }, {})
}

async function takeText(visit: Visit): Promise<Answer> {
  const found = await textAt(visit)
  const does = pressed(visit.form)
  if (does === 'change') return writingPage(visit, found, visit.form, {})
  const unwrapped = does === 'preview' ? unwrapHtml(typed(visit.form, 'words').slice(0, 100_000)) : null
  const form = unwrapped === null ? visit.form : { ...visit.form, words: unwrapped.words }
  const read = readWriting(form, { section: found.section, now: visit.now, timeZone: found.force.timeZone })
  if (!read.ok) return shown(writingPage(visit, found, form, read.errors), 422)
  return unwrapped === null
    ? keep(visit, found, read.value)
    : preview(visit, found, form, read.value, unwrapped.takenAway)
}

function preview(
  visit: Visit,
  found: TextFound,
  values: FormValues,
  { draft }: WritingTold,
  takenAway: readonly string[],
) {
  const { team, force, section, versions, shownNumber } = found
  const now = versions.find(({ number }) => number === shownNumber)?.words ?? ''
  const { title, words, wishedFrom: from } = draft
  const about = { ...asked(visit), team, section, action: visit.path, timeZone: force.timeZone }
  return previewPage({ ...about, values, takenAway, title, words, now, from })
}

/** A writer's version waits; an officer's is published in the same transaction. */
async function keep(visit: Visit, found: TextFound, { draft, saysCurrent }: WritingTold): Promise<Answer> {
  const { team, force, section, writer } = found
  const publishes = mayPublish(visit)
  const text = begunAs(found, randomUUID())
  const kept = await orNotCurrent(() =>
    transaction(visit.db, async (sql) => {
      const writing = await writeVersion(sql, text, draft, writer)
      if (writing.kept && writing.version.state === 'waiting' && publishes)
        await publishVersion(sql, writing.version, { from: draft.wishedFrom, saysCurrent }, writer)
      return writing
    }),
  )
  if (kept instanceof NotCurrent)
    return shown(writingPage(visit, found, visit.form, { saysCurrent: kept.message }), 422)
  if (kept.kept) return redirect(`${addressOf({ ...text, teamId: team.id })}/versions/${kept.version.number}`)
  const about = { ...asked(visit), team, section, action: visit.path, timeZone: force.timeZone }
  return shown(conflictPage({ ...about, values: visit.form, meanwhile: kept.meanwhile }), 409)
}

function writingPage(visit: Visit, found: TextFound, values: FormValues, errors: FieldErrors) {
  const { team, section, versions } = found
  const sentBack = versions[0]?.state === 'sent back' ? versions[0] : null
  return writeTextPage({ ...asked(visit), team, section, action: visit.path, values, errors, sentBack })
}

const asked = (visit: Visit) => ({ site: visit.site, mayPublish: mayPublish(visit) })
