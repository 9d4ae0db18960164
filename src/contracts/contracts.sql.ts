import { randomUUID } from 'node:crypto'
import type { Sql } from '#platform/database/database.ts'
import type { Day } from '#platform/day.ts'
import type { Commitment } from './commitment.ts'
import type { Contract, ContractHead } from './contract.ts'
import { keepVersion } from './versions/keep-version.sql.ts'
import { nothingNamed, type Context } from './versions/version.ts'

type Row = Omit<Contract, 'span' | 'commitments'> & { readonly from: Day; readonly to: Day }

const columns = (sql: Sql) => sql`
  id, team_id as "teamId", year, framework_id as "frameworkId", starts_on as "from", ends_on as "to", completed_on as "completedOn",
  part1, good_practice as "goodPractice", tool_requests as "toolRequests", unread, contexts, revision`

/** A team's contract of a year, or its newest where no year is given; null where there is none. */
export async function findContract(sql: Sql, teamId: string, year: number | null): Promise<Contract | null> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from contract
    where team_id = ${teamId} ${year === null ? sql`` : sql`and year = ${year}`}
    order by year desc limit 1`
  return row ? asContract(row, await commitmentsOfRevision(sql, row)) : null
}

const known = new WeakMap<Sql, Map<string, { readonly revision: number; readonly commitments: readonly Kept[] }>>()

/** Commitments change only with their contract's revision, so those read once are read again only when it has moved on. */
async function commitmentsOfRevision(sql: Sql, { id, revision }: Row): Promise<readonly Kept[]> {
  const read = known.get(sql) ?? new Map()
  known.set(sql, read)
  const before = read.get(id)
  if (before?.revision === revision) return before.commitments
  const commitments = await commitmentsOf(sql, [id])
  if (read.size > 200) read.clear()
  read.set(id, { revision, commitments })
  return commitments
}

/** The contracts in force on a day for these teams, or all of a force's teams, with their commitments: two queries in all. */
export async function contractsInForce(sql: Sql, forceId: string, onDay: Day): Promise<Contract[]> {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from contract
    where team_id in (select id from team where force_id = ${forceId}) and ${onDay} between starts_on and ends_on
    order by team_id, year`
  const commitments = await commitmentsOf(
    sql,
    rows.map((row) => row.id),
  )
  return rows.map((row) => asContract(row, commitments))
}

/** What contracts these teams have, newest first. */
export const contractHeads = async (sql: Sql, teamIds: readonly string[]): Promise<ContractHead[]> =>
  (await contractHeadRows(sql, teamIds)).map(asHead)

/** The same with first and last day apart, for `asHead`. */
export const contractHeadRows = (sql: Sql, teamIds: readonly string[]) => sql<HeadRow[]>`
  select id, team_id as "teamId", year, framework_id as "frameworkId", starts_on as "from", ends_on as "to", revision
  from contract where team_id = any(${[...teamIds]}) order by team_id, year desc`

type HeadRow = Omit<ContractHead, 'span'> & { readonly from: Day; readonly to: Day }

export const asHead = ({ from, to, ...head }: HeadRow): ContractHead => ({ ...head, span: { from, to } })

type Kept = Commitment & { readonly contractId: string }

const commitmentsOf = (sql: Sql, contractIds: readonly string[]) => sql<Kept[]>`
  select contract_id as "contractId", ref, heading, text, standards, who, "with", measures, words
  from commitment where contract_id = any(${[...contractIds]}) order by contract_id, position`

function asContract({ from, to, ...row }: Row, commitments: readonly Kept[]): Contract {
  const own = commitments.filter((commitment) => commitment.contractId === row.id)
  return {
    ...row,
    span: { from, to },
    commitments: own.map(asCommitment),
  }
}

const asCommitment = ({ ref, heading, text, standards, who, with: parties, measures, words }: Kept): Commitment => ({
  ref,
  heading,
  text,
  standards,
  who,
  with: parties,
  measures,
  ...(words ? { words } : {}),
})

/** Adds a contract with its commitments and its first version; answers false, and adds nothing, where the team has one for the year. */
export async function addContract(sql: Sql, contract: Contract, at: Date, by: string | null): Promise<boolean> {
  const added = await sql`
    insert into contract (id, team_id, year, framework_id, starts_on, ends_on, completed_on, part1, good_practice, tool_requests,
      unread, contexts, kept_at, kept_by)
    values (${contract.id}, ${contract.teamId}, ${contract.year}, ${contract.frameworkId}, ${contract.span.from}, ${contract.span.to},
      ${contract.completedOn}, ${sql.json([...contract.part1])}, ${[...contract.goodPractice]}, ${[...contract.toolRequests]},
      ${[...contract.unread]}, ${sql.json([...(contract.contexts ?? [])])}, ${at}, ${by})
    on conflict do nothing returning id`
  if (added.length === 0) return false
  await addCommitments(sql, contract.id, contract.commitments)
  const first = { id: randomUUID(), contractId: contract.id, why: '', changes: nothingNamed, again: null, at, by }
  await keepVersion(sql, first)
  return true
}

type Amended = { readonly contexts: readonly Context[]; readonly commitments: readonly Commitment[] }

/** Puts other contexts and promises in the place of a contract's own; its revision moves on. */
export async function replacePlan(sql: Sql, contractId: string, { contexts, commitments }: Amended): Promise<void> {
  await sql`
    update contract set contexts = ${sql.json([...contexts])}, revision = revision + 1 where id = ${contractId}`
  await sql`delete from commitment where contract_id = ${contractId}`
  await addCommitments(sql, contractId, commitments)
}

async function addCommitments(sql: Sql, contractId: string, commitments: readonly Commitment[]): Promise<void> {
  const rows = commitments.map((commitment, position) => ({ ...commitment, words: commitment.words ?? null, position }))
  await sql`
    insert into commitment (contract_id, ref, position, heading, text, standards, who, "with", measures, words)
    select ${contractId}, c.ref, c.position, c.heading, c.text, array(select jsonb_array_elements_text(c.standards)), c.who,
      array(select jsonb_array_elements_text(c."with")), c.measures, c.words
    from jsonb_to_recordset(${sql.json(rows)}) as c (ref text, position int, heading text, text text, standards jsonb, who text,
      "with" jsonb, measures jsonb, words text)`
}
