import { randomUUID } from 'node:crypto'
import { idOrNew } from '#network/typed-parts.ts'
import { transaction } from '#platform/database/database.ts'
import { dayAt } from '#platform/day.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import { shown, type Answer } from '#platform/http/answers.ts'
import { unseen } from '#platform/http/headers.ts'
import { orAgain } from '#platform/http/or-again.ts'
import { everyone, get, post, type Handler, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { sayIn } from '#platform/language/say.ts'
import { Refusal } from '#platform/refusal.ts'
import { giveDissent } from '../own-words/give-dissent.ts'
import { castVote } from '../votes/cast-vote.ts'
import { communityPackOf } from '../pack/community-pack.ts'
import { largePrintPage } from '../pack/large-print.page.ts'
import type { Linked } from './members.sql.ts'
import { comingOf, openLink } from './open-link.ts'
import { ownWordsPage } from '../own-words/own-words.page.ts'
import { deadLinkPage, panelPage, type PanelShown } from './panel.page.ts'
import type { Sitting } from '../sittings/sitting.ts'
import { contractBefore } from '../sittings/sitting-at.ts'
import { contractsOf } from '../sittings/sittings.sql.ts'
import { ownDissent } from '../own-words/dissents.sql.ts'
import { readDissent } from '../own-words/own-words.form.ts'
import { readVote, voteTyped } from '../votes/vote.form.ts'
import { placeOfStandard, votePage } from '../votes/vote.page.ts'
import { ownProgress, ownVote } from '../votes/votes.sql.ts'

const own = '/panel/:token'
const contract = `${own}/contracts/:slug`
const reads = { perMinute: 60, translated: true } as const
const writes = { perMinute: 20, maxBytes: 128 * 1024, translated: true } as const

/** What a member of a community panel reads and says by their own link, without an account. */
export const panelLinkRoutes: readonly Route[] = [
  get(own, everyone, atSitting(showPanel), reads),
  get(`${own}/large-print`, everyone, atSitting(showLargePrint), reads),
  get(
    contract,
    everyone,
    atSitting((place) => showVote(place, null)),
    reads,
  ),
  post(contract, everyone, atSitting(takeVote), writes),
  get(
    `${contract}/words`,
    everyone,
    atSitting((place) => showOwnWords(place, null)),
    reads,
  ),
  post(`${contract}/words`, everyone, atSitting(takeOwnWords), writes),
]

type Place = { readonly visit: Visit; readonly link: Linked; readonly sitting: Sitting; readonly slug: string }

/** Opens the place behind the link for a handler; a link that leads nowhere shows the same calm page, whatever the reason. */
function atSitting(work: (place: Place) => Promise<Answer>): Handler {
  return unseen(async (visit) => {
    const token = visit.params['token'] ?? ''
    const opened = await transaction(visit.db, (sql) => openLink(sql, token, visit.now, comingOf(visit)))
    const { leads } = opened
    if (leads !== 'to a sitting')
      return shown(deadLinkPage({ site: visit.site, leads }), leads === 'nowhere' ? 404 : 410)
    return work({ visit, link: opened.link, sitting: opened.sitting, slug: visit.params['slug'] ?? '' })
  })
}

const shownAt = ({ visit, link, sitting }: Place): PanelShown => ({
  site: visit.site,
  path: `/panel/${visit.params['token'] ?? ''}`,
  sitting,
  link,
  today: dayAt(visit.now, link.timeZone),
})

const settingOf = ({ visit, link }: Place) => ({
  now: visit.now,
  timeZone: link.timeZone,
  say: sayIn(visit.language),
})

async function showPanel(place: Place): Promise<Answer> {
  const { visit, link, sitting } = place
  const [lines, progress] = await Promise.all([
    contractsOf(visit.db, sitting.id),
    ownProgress(visit.db, sitting.id, link.memberId),
  ])
  const contracts = lines.map((line) => {
    const made = progress.find(({ contractId }) => contractId === line.contractId)
    return { ...line, chosen: made?.chosen ?? 0, grade: made?.grade ?? null, replacedAt: made?.replacedAt ?? null }
  })
  const saved = contracts.find(({ slug }) => slug === typed(visit.query, 'saved')) ?? null
  return panelPage({ ...shownAt(place), contracts, saved })
}

async function showLargePrint(place: Place): Promise<Answer> {
  const { visit, sitting } = place
  const contracts = await contractsOf(visit.db, sitting.id)
  const line = contracts.find(({ slug }) => slug === typed(visit.query, 'contract')) ?? contracts[0]
  if (line === undefined) throw new Refusal('No contract comes before this sitting.', 404)
  const pack = await communityPackOf(visit.db, sitting, line, settingOf(place))
  return largePrintPage({ ...shownAt(place), pack, contracts })
}

type Again = { readonly values: FormValues; readonly errors: FieldErrors; readonly refused: string | null }

/** The contract of the address, with what the member said of it. */
async function lookAt(place: Place) {
  const { visit, sitting, link, slug } = place
  const line = await contractBefore(visit.db, sitting.id, slug)
  return { line, of: { sittingId: sitting.id, contractId: line.contractId, memberId: link.memberId } }
}

async function showVote(place: Place, again: Again | null) {
  const { visit, sitting } = place
  const { line, of } = await lookAt(place)
  const [pack, voted, dissent] = await Promise.all([
    communityPackOf(visit.db, sitting, line, settingOf(place)),
    ownVote(visit.db, of),
    ownDissent(visit.db, of),
  ])
  const values = again?.values ?? (voted === null ? {} : voteTyped(voted))
  const { errors, refused } = again ?? { errors: {}, refused: null }
  return votePage({
    ...shownAt(place),
    pack,
    keptAt: voted?.castAt ?? null,
    id: idOrNew(values),
    values,
    errors,
    refused,
    dissent,
  })
}

async function takeVote(place: Place): Promise<Answer> {
  const { visit, sitting, link, slug } = place
  const { line } = await lookAt(place)
  const { standards } = await communityPackOf(visit.db, sitting, line, settingOf(place))
  const standardIds = standards.map(({ standardId }) => standardId)
  const read = readVote(visit.form, { ...sitting, standardIds })
  if (!read.ok) return shown(await showVote(place, { values: visit.form, errors: read.errors, refused: null }), 422)
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => castVote(sql, { ...read.value, slug }, link, visit.now))
      return afterVote(place, standardIds)
    },
    (refused) => showVote(place, { values: visit.form, errors: {}, refused }),
  )
}

/** Back to the next standard where somebody goes on, else to the overview. */
function afterVote(place: Place, standardIds: readonly string[]): string {
  const { path } = shownAt(place)
  const slug = encodeURIComponent(place.slug)
  const next = standardIds.find((id) => id === typed(place.visit.form, 'next'))
  return next === undefined
    ? `${path}?saved=${slug}`
    : `${path}/contracts/${slug}#${encodeURIComponent(placeOfStandard(next))}`
}

async function showOwnWords(place: Place, again: Again | null) {
  const { visit } = place
  const { line, of } = await lookAt(place)
  const dissent = await ownDissent(visit.db, of)
  const values = again?.values ?? { id: randomUUID(), words: dissent?.words ?? '' }
  const { errors, refused } = again ?? { errors: {}, refused: null }
  return ownWordsPage({ ...shownAt(place), contract: line, values, errors, refused })
}

async function takeOwnWords(place: Place): Promise<Answer> {
  const { visit, link, slug } = place
  const read = readDissent(visit.form)
  if (!read.ok) return shown(await showOwnWords(place, { values: visit.form, errors: read.errors, refused: null }), 422)
  return orAgain(
    async () => {
      await transaction(visit.db, (sql) => giveDissent(sql, { ...read.value, slug }, link, visit.now))
      return `${shownAt(place).path}/contracts/${encodeURIComponent(slug)}`
    },
    (refused) => showOwnWords(place, { values: visit.form, errors: {}, refused }),
  )
}
