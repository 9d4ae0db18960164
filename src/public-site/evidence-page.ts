import { engagementOf } from '#engagements/held/engagement-of.ts'
import { engagementTitles } from '#engagements/held/engagements.sql.ts'
import { newestRows, newerThan } from '#ledger/ledger.sql.ts'
import { subjectsOf } from '#ledger/subjects.sql.ts'
import type { Sql } from '#platform/database/database.ts'
import type { Say } from '#platform/language/say.ts'
import type { PromiseStanding } from '#standings/contract-standing.ts'
import type { ContractAddresses } from './addresses.ts'
import type { EvidencePage } from './evidence-list.ts'
import { nowhere, short, type TeamFound } from './find.ts'

const perPage = 50

/** A page of the evidence behind a promise, newest first: by its number, or the one with an entry (`entry-2796`). Throws an Astray (404) where there is no such page. */
export async function evidencePage(
  sql: Sql,
  { force, team, to, say }: TeamFound & { readonly to: ContractAddresses; readonly say: Say },
  { ref, standing, measures }: PromiseStanding,
  asked: string,
): Promise<EvidencePage> {
  const all = standing.evidence.length
  const pages = Math.max(1, Math.ceil(all / perPage))
  const address = to.promise(ref)
  const page = await pageAsked(sql, standing.evidence, asked)
  if (page < 1 || page > pages)
    throw nowhere(say.text`The evidence for ${ref} has no page “${short(asked)}”.`, {
      words: say.text`Go to ${ref}`,
      href: address,
    })
  const [rows, subjects] = await Promise.all([
    newestRows(sql, standing.evidence, { skip: (page - 1) * perPage, most: perPage }),
    subjectsOf(sql, force.id, [team.id]),
  ])
  const engagements = await engagementTitles(sql, [
    ...new Set(rows.flatMap(({ source }) => engagementOf(source) ?? [])),
  ])
  return {
    rows,
    all,
    isWithheld: standing.isWithheld === true,
    page,
    pages,
    perPage,
    subjects: new Map(subjects.map(({ id, label }) => [id, label])),
    engagements: new Map(engagements.map((each) => [each.id, each])),
    asked: facetsOf(measures),
    timeZone: force.timeZone,
    hrefOf: pageAddress(address),
  }
}

async function pageAsked(sql: Sql, evidence: readonly number[], asked: string): Promise<number> {
  if (asked === '') return 1
  if (/^\d{1,6}$/.test(asked)) return Number(asked)
  const entry = Number(/^entry-(\d{1,15})$/.exec(asked)?.[1])
  return evidence.includes(entry) ? Math.floor((await newerThan(sql, evidence, entry)) / perPage) + 1 : 0
}

/** Every facet that measures name in a `where`. */
function facetsOf(part: unknown): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return new Set()
  const inside = Object.entries(part).flatMap(([name, value]) =>
    name === 'where' && typeof value === 'object' && value !== null ? Object.keys(value) : [...facetsOf(value)],
  )
  return new Set(inside)
}

const pageAddress =
  (address: string) =>
  (n: number): string =>
    n === 1 ? `${address}#evidence` : `${address}${address.includes('?') ? '&' : '?'}page=${n}#evidence`
