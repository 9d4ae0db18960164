import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { unseen } from '#platform/http/headers.ts'
import { everyone, get, post, type Handler, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { absoluteAddress } from '#platform/page.ts'
import { Refusal } from '#platform/refusal.ts'
import { dayAt } from '#platform/day.ts'
import { agreeLevel } from '../agree-level.ts'
import { networkOf } from '../keeper-at.ts'
import type { Acting } from '../keeper.ts'
import { lockRelationship } from '../relationships.sql.ts'
import { correctOwnRecord, leaveNetwork, objectToRecord } from './change-own-record.ts'
import { eraseKeyIndividual } from './erase-key-individual.ts'
import { openOwnRecord } from './own-record-link.ts'
import type { OwnRecordLink } from './own-record-links.sql.ts'
import { detailsTyped, readDetails, readHowOften, readLeaving } from './own-record.form.ts'
import {
  correctPage,
  deadRecordPage,
  erasedPage,
  howOftenPage,
  leavePage,
  objectPage,
  ownRecordPage,
} from './own-record.page.ts'
import { contactsAsCsv, recordAsJson, recordAsPage } from './record-copy.page.ts'
import { recordHeld, type RecordHeld } from './record-held.ts'
import { tellOwners } from './tell-owners.ts'

const own = '/my-record/:token'
const limits = { perMinute: 30 }
const translated = { ...limits, translated: true } as const

/** What a key individual sees and does by their own link, without an account. */
export const ownRecordRoutes: readonly Route[] = [
  get(own, everyone, ofRecord(showRecord), translated),
  get(
    `${own}/everything.html`,
    everyone,
    ofRecord(async (opened) => recordAsPage(copyOf(opened))),
    limits,
  ),
  get(
    `${own}/everything.json`,
    everyone,
    ofRecord(async (opened) => recordAsJson(copyOf(opened))),
    limits,
  ),
  get(
    `${own}/contacts.csv`,
    everyone,
    ofRecord(async (opened) => contactsAsCsv(copyOf(opened))),
    limits,
  ),
  get(`${own}/correct`, everyone, ofRecord(askForDetails), translated),
  post(`${own}/correct`, everyone, ofRecord(takeDetails), translated),
  get(`${own}/how-often`, everyone, ofRecord(askHowOften), translated),
  post(`${own}/how-often`, everyone, ofRecord(takeHowOften), translated),
  get(
    `${own}/object`,
    everyone,
    ofRecord(async (opened) => objectPage(shownOf(opened))),
    translated,
  ),
  post(`${own}/object`, everyone, ofRecord(takeObjection), translated),
  get(
    `${own}/leave`,
    everyone,
    ofRecord(async (opened) => leaveForm(opened, {}, {})),
    translated,
  ),
  post(`${own}/leave`, everyone, ofRecord(takeLeaving), translated),
]

type Opened = {
  readonly visit: Visit
  readonly link: OwnRecordLink
  readonly record: RecordHeld
  readonly acting: Acting
  readonly path: string
}

/** Opens the record behind the link for a handler; a link that leads nowhere shows the same calm page, whatever the reason. */
function ofRecord(work: (opened: Opened) => Promise<Answer>): Handler {
  return unseen(async (visit) => {
    const token = visit.params['token'] ?? ''
    const opened = await transaction(visit.db, (sql) => openOwnRecord(sql, token, visit.now))
    if (opened.leads !== 'to a record')
      return shown(deadRecordPage({ site: visit.site }), opened.leads === 'nowhere' ? 404 : 410)
    const { link } = opened
    const { forceId, teamId, timeZone, showsSensitive } = link
    const record = await recordHeld(visit.db, { teamId, id: link.keyIndividualId }, { showsSensitive })
    if (record === null) return shown(deadRecordPage({ site: visit.site }), 410)
    const acting = { forceId, teamId, timeZone, at: visit.now, personId: null }
    return work({ visit, link, record, acting, path: `/my-record/${token}` })
  })
}

const shownOf = ({ visit, link, record, path }: Opened) => ({
  site: visit.site,
  path,
  teamName: link.teamName,
  timeZone: link.timeZone,
  record,
})

const copyOf = ({ visit, link, record }: Opened) => ({
  record,
  timeZone: link.timeZone,
  teamName: link.teamName,
  at: visit.now,
})

const saved: Readonly<Record<string, string>> = {
  corrected: 'Your details are changed.',
  agreed: 'That is agreed.',
  objected: 'We have noted that you object.',
  left: 'You left. We keep in touch with you no more.',
}

async function showRecord(opened: Opened): Promise<Answer> {
  const told = typed(opened.visit.query, 'saved')
  return ownRecordPage({ ...shownOf(opened), saved: Object.hasOwn(saved, told) ? (saved[told] ?? null) : null })
}

async function askForDetails(opened: Opened): Promise<Answer> {
  return correctPage({ ...shownOf(opened), values: detailsTyped(opened.record.person), errors: {} })
}

async function takeDetails(opened: Opened): Promise<Answer> {
  const { visit, record, acting, path } = opened
  const read = readDetails(visit.form)
  if (!read.ok) return shown(correctPage({ ...shownOf(opened), values: visit.form, errors: read.errors }), 422)
  await transaction(visit.db, async (sql) => {
    const changed = await correctOwnRecord(sql, record.person, read.value, acting)
    if (changed.length > 0) await tellOwners(sql, newsOf(opened, 'corrected their details'), visit.now)
  })
  return redirect(`${path}?saved=corrected`)
}

async function askHowOften(opened: Opened): Promise<Answer> {
  return howOftenForm(opened, opened.visit.query, {})
}

async function takeHowOften(opened: Opened): Promise<Answer> {
  const { visit, acting, path } = opened
  const read = readHowOften(visit.form)
  if (!read.ok) return shown(howOftenForm(opened, visit.form, read.errors), 422)
  const { id } = relationshipIn(opened, visit.form)
  const agreement = { every: read.value.every, on: dayAt(visit.now, acting.timeZone), with: 'both' as const }
  await transaction(visit.db, async (sql) => {
    await agreeLevel(sql, await lockRelationship(sql, id), agreement, acting)
    await tellOwners(sql, newsOf(opened, 'changed how often they want to hear from us'), visit.now)
  })
  return redirect(`${path}?saved=agreed`)
}

function howOftenForm(opened: Opened, values: FormValues, errors: FieldErrors) {
  const relationship = relationshipIn(opened, values)
  const begun = { every: relationship.every ?? '', ...values }
  return howOftenPage({ ...shownOf(opened), relationship, values: begun, errors })
}

function relationshipIn({ record }: Opened, values: FormValues) {
  const found = record.relationships.find(({ id, endedOn }) => id === typed(values, 'with') && endedOn === null)
  if (!found) throw new Refusal('We are not in touch with you in that way any more. Go back to your record.', 404)
  return found
}

async function takeObjection(opened: Opened): Promise<Answer> {
  const { visit, record, acting, path } = opened
  await transaction(visit.db, async (sql) => {
    if (await objectToRecord(sql, record.person, acting))
      await tellOwners(sql, newsOf(opened, 'objected to our holding what we do'), visit.now)
  })
  return redirect(`${path}?saved=objected`)
}

async function takeLeaving(opened: Opened): Promise<Answer> {
  const { visit, record, acting, path } = opened
  const read = readLeaving(visit.form)
  if (!read.ok) return shown(leaveForm(opened, visit.form, read.errors), 422)
  const { person } = record
  if (read.value.how === 'keep') {
    await transaction(visit.db, async (sql) => {
      if (await leaveNetwork(sql, person, acting)) await tellOwners(sql, newsOf(opened, 'left'), visit.now)
    })
    return redirect(`${path}?saved=left`)
  }
  await transaction(visit.db, async (sql) => {
    await tellOwners(sql, { ...newsOf(opened, 'left and had what we held erased'), address: null }, visit.now)
    await eraseKeyIndividual(sql, { id: person.id, reason: 'they asked for it' }, acting)
  })
  return erasedPage({ site: visit.site })
}

const leaveForm = (opened: Opened, values: FormValues, errors: FieldErrors) =>
  leavePage({ ...shownOf(opened), values, errors })

const newsOf = ({ visit, link, record }: Opened, what: string) => ({
  id: record.person.id,
  what,
  address: absoluteAddress(visit.site, `${networkOf(link.teamId)}/individuals/${record.person.id}`),
})
