import { randomUUID } from 'node:crypto'
import { may } from '#people/permissions.ts'
import { transaction } from '#platform/database/database.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { get, post, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { keyInSheet } from './key-in-sheet.ts'
import { communityPackOf } from '../pack/community-pack.ts'
import { paperPage, sheetsPage } from './paper.page.ts'
import { readSheet, readTakingOut } from './paper.form.ts'
import { contractBefore, convenerDeskAt, sittingOf } from '../sittings/sitting-at.ts'
import { sheetsOn } from './sheets.sql.ts'
import { takeOutSheet } from './take-out-sheet.ts'
import { areTooFew } from './tally.ts'
import { readVote } from './vote.form.ts'
import { votesPage } from './votes.page.ts'
import { commentsOn, countedOf, votersOf } from './votes.sql.ts'

const contract = '/desk/:force/sittings/:sitting/:team'
const convenes = may('convene community panels')

/** The votes on one contract of a sitting: their sums, and the sheets of paper. */
export const paperRoutes: readonly Route[] = [
  get(contract, convenes, (visit) => showVotes(visit, null)),
  post(`${contract}/take-out`, convenes, takeOut),
  get(`${contract}/sheets`, convenes, showSheets),
  get(`${contract}/paper`, convenes, (visit) => showPaper(visit, null)),
  post(`${contract}/paper`, convenes, takePaper),
]

/** The contract of the address, with its standards. */
async function contractAt(visit: Visit) {
  const { force, convener } = await convenerDeskAt(visit)
  const sitting = await sittingOf(visit.db, force.id, visit.params['sitting'] ?? '')
  const line = await contractBefore(visit.db, sitting.id, visit.params['team'] ?? '')
  const setting = { now: visit.now, timeZone: force.timeZone }
  const { standards } = await communityPackOf(visit.db, sitting, line, setting)
  return { site: visit.site, force, convener, sitting, contract: line, standards }
}

type Again = { readonly values: FormValues; readonly errors: FieldErrors; readonly refused: string | null }

async function showVotes(visit: Visit, again: Again | null) {
  const at = await contractAt(visit)
  const { sitting, contract: line } = at
  const voters = await votersOf(visit.db, sitting.id)
  const isHeldBack = areTooFew(voters.find((each) => each.contractId === line.contractId)?.byLink ?? 0)
  const [counted, comments, sheets] = await Promise.all([
    countedOf(visit.db, sitting.id),
    commentsOn(visit.db, sitting.id, line.contractId, isHeldBack ? 'paper' : 'all'),
    sheetsOn(visit.db, sitting.id, line.contractId),
  ])
  const begun = again ?? { values: {}, errors: {}, refused: null }
  return votesPage({ ...at, ...begun, counted, comments, isHeldBack, sheets })
}

async function takeOut(visit: Visit): Promise<Answer> {
  const { force, convener } = await convenerDeskAt(visit)
  const [sittingId, slug] = [visit.params['sitting'] ?? '', visit.params['team'] ?? '']
  const read = readTakingOut(visit.form)
  const values = visit.form
  if (!read.ok) return shown(await showVotes(visit, { values, errors: read.errors, refused: null }), 422)
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => takeOutSheet(sql, { ...read.value, sittingId, slug }, convener))
      return `/desk/${force.id}/sittings/${sittingId}/${slug}`
    },
    (refused) => showVotes(visit, { values, errors: {}, refused }),
  )
}

const mostSheets = 100

async function showSheets(visit: Visit): Promise<Answer> {
  const [from, count] = [numberAsked(visit, 'from', 1, 9_900), numberAsked(visit, 'sheets', 10, mostSheets)]
  return sheetsPage({ ...(await contractAt(visit)), numbers: Array.from({ length: count }, (_, n) => from + n) })
}

const numberAsked = ({ query }: Visit, name: string, usual: number, most: number): number => {
  const asked = typed(query, name)
  return /^\d{1,4}$/.test(asked) ? Math.min(Math.max(Number(asked), 1), most) : usual
}

async function showPaper(visit: Visit, again: Again | null) {
  const kept = /^\d{1,4}$/.test(typed(visit.query, 'kept')) ? typed(visit.query, 'kept') : null
  const begun = again ?? { values: { id: randomUUID() }, errors: {}, refused: null }
  return paperPage({ ...(await contractAt(visit)), ...begun, kept: again === null ? kept : null })
}

async function takePaper(visit: Visit): Promise<Answer> {
  const { force, sitting, contract: line, standards, convener } = await contractAt(visit)
  const standardIds = standards.map(({ standardId }) => standardId)
  const [sheet, vote] = [readSheet(visit.form), readVote(visit.form, { ...sitting, standardIds })]
  const values = visit.form
  if (!sheet.ok || !vote.ok) {
    const errors = { ...(sheet.ok ? {} : sheet.errors), ...(vote.ok ? {} : vote.errors) }
    return shown(await showPaper(visit, { values, errors, refused: null }), 422)
  }
  const keyed = { ...vote.value, ...sheet.value, sittingId: sitting.id, slug: line.slug }
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => keyInSheet(sql, keyed, convener))
      return `/desk/${force.id}/sittings/${sitting.id}/${line.slug}/paper?kept=${keyed.sheet}`
    },
    (refused) => showPaper(visit, { values, errors: {}, refused }),
  )
}
