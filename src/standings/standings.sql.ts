import type { Sql } from '#platform/database/database.ts'
import type { Day, Span } from '#platform/day.ts'
import type { Evidence } from './evidence-index.ts'
import type { Standing } from './standing.ts'

/** Which evidence standings ask for: of these chains and kinds, up to a day, as it was known at an instant. */
export type Asked = {
  readonly chains: readonly string[]
  readonly kinds: readonly string[]
  readonly from: Day
  readonly asAt: Day
  /** Null means now: corrections since then count too. */
  readonly knownAt: Date | null
  /** How much of each chain counts, where a frozen year is replayed. */
  readonly lengths?: Readonly<Record<string, number>>
}

/**
 * The evidence that still stands, by chain. One statement for however many teams; a chain's rows come as one text, since
 * a hundred thousand cells are dearer to hand over than to write down.
 */
export async function evidenceFor(sql: Sql, asked: Asked): Promise<Map<string, Evidence[]>> {
  const { lengths } = asked
  const within = lengths ? sql`and e.seq <= (${sql.json(lengths)}::jsonb ->> e.chain)::bigint` : sql``
  const knownWithin = lengths ? sql`and s.seq <= (${sql.json(lengths)}::jsonb ->> s.chain)::bigint` : sql``
  const known = asked.knownAt === null ? sql`` : sql`and s.recorded_at <= ${asked.knownAt}`
  const chains = await sql<{ chain: string; rows: string }[]>`
    select e.chain, string_agg(concat_ws(chr(31), e.entry, e.kind, e.happened_on, coalesce((extract(epoch from e.happened_at) * 1000)::bigint::text, ''),
      array_to_string(e.subjects, chr(29)), e.quantities, e.facets, coalesce(e.about, '')), chr(30)) as rows
    from evidence e
    where e.chain = any(${[...asked.chains]}) and e.kind = any(${[...asked.kinds]})
      and e.happened_on between ${asked.from} and ${asked.asAt} and e.effect in ('states', 'corrects')
      ${asked.knownAt === null ? sql`` : sql`and e.recorded_at <= ${asked.knownAt}`} ${within}
      and not exists (select 1 from evidence s where s.chain = e.chain and s.supersedes = e.seq
        and s.effect in ('corrects', 'withdraws') ${known} ${knownWithin})
    group by e.chain`
  return new Map(chains.map(({ chain, rows }) => [chain, rows.split('\u001e').map(unpacker())]))
}

/** Facets and figures repeat, so each text is read once and shared: standings change nothing they are given. */
function unpacker(): (row: string) => Evidence {
  const facetsRead = new Map<string, Evidence['facets']>()
  const quantitiesRead = new Map<string, Evidence['quantities']>()
  return (row) => {
    const [entry, kind, on, at, subjects, quantities, facets, about] = row.split('\u001f') as [
      string,
      string,
      Day,
      string,
      string,
      string,
      string,
      string,
    ]
    return {
      entry: Number(entry),
      kind,
      on,
      at: at === '' ? null : Number(at),
      subjects: subjects === '' ? none : subjects.split('\u001d'),
      quantities: once(quantitiesRead, quantities),
      facets: once(facetsRead, facets),
      about: about === '' ? null : about,
    }
  }
}

const none: readonly string[] = []

function once<T>(read: Map<string, T>, text: string): T {
  const known = read.get(text)
  if (known !== undefined) return known
  const value = JSON.parse(text) as T
  read.set(text, value)
  return value
}

/** On what kept standings rest: when all of it is as it was, they hold. */
export type Basis = {
  readonly asAt: Day
  readonly teamLength: number
  readonly forceLength: number
  readonly forceRevision: number
  readonly contractRevision: number
}

/** What standings of a contract would rest on now, and what those kept rest on (null where none are kept). */
export async function basisOf(
  sql: Sql,
  contractId: string,
  asAt: Day,
): Promise<{ now: Basis; kept: Basis | null } | null> {
  const [row] = await sql<(Omit<Basis, 'asAt'> & { kept: Basis | null })[]>`
    select coalesce(t.length, 0) as "teamLength", coalesce(f.length, 0) as "forceLength", force.revision as "forceRevision",
      contract.revision as "contractRevision",
      case when b.contract_id is not null then json_build_object('asAt', b.as_at, 'teamLength', b.team_length, 'forceLength', b.force_length,
        'forceRevision', b.force_revision, 'contractRevision', b.contract_revision) end as kept
    from contract join team on team.id = contract.team_id join force on force.id = team.force_id
      left join chain t on t.id = team.id left join chain f on f.id = force.id
      left join standing_basis b on b.contract_id = contract.id
    where contract.id = ${contractId}`
  if (!row) return null
  const { kept, ...now } = row
  return { now: { asAt, ...now }, kept }
}

type Grown = { readonly chain: string; readonly length: number }

/** The kinds of evidence that joined two chains after they had these lengths. */
export const kindsSince = async (sql: Sql, one: Grown, other: Grown): Promise<string[]> => {
  const rows = await sql<{ kind: string }[]>`
    select kind from evidence where chain = ${one.chain} and seq > ${one.length}
    union select kind from evidence where chain = ${other.chain} and seq > ${other.length}`
  return rows.map((row) => row.kind)
}

/** Keeps standings of a contract with what they rest on; those not given stay as they are. */
export async function keep(
  sql: Sql,
  contractId: string,
  standings: ReadonlyMap<string, Standing>,
  basis: Basis,
  at: Date,
): Promise<void> {
  const rows = [...standings].map(([ref, standing]) => ({ ref, standing }))
  await sql`
    insert into kept_standing (contract_id, ref, standing)
    select ${contractId}, k.ref, k.standing from jsonb_to_recordset(${sql.json(rows as never)}) as k (ref text, standing jsonb)
    on conflict (contract_id, ref) do update set standing = excluded.standing where kept_standing.standing <> excluded.standing`
  await sql`
    insert into standing_basis (contract_id, as_at, team_length, force_length, force_revision, contract_revision, kept_at)
    values (${contractId}, ${basis.asAt}, ${basis.teamLength}, ${basis.forceLength}, ${basis.forceRevision}, ${basis.contractRevision}, ${at})
    on conflict (contract_id) do update set as_at = excluded.as_at, team_length = excluded.team_length, force_length = excluded.force_length,
      force_revision = excluded.force_revision, contract_revision = excluded.contract_revision, kept_at = excluded.kept_at`
}

/** One refresh of a contract's kept standings at a time. */
export const takeContract = (sql: Sql, contractId: string) =>
  sql`select pg_advisory_xact_lock(7104, hashtext(${contractId}))`

/** The standings kept of a contract, by ref. */
export async function keptStandings(sql: Sql, contractId: string): Promise<Map<string, Standing>> {
  const rows = await sql<{ ref: string; standing: Standing }[]>`
    select ref, standing from kept_standing where contract_id = ${contractId} order by ref`
  return new Map(rows.map((row) => [row.ref, row.standing]))
}

/** Forgets what is kept of a contract: it is then made again from the ledger alone. */
export async function forget(sql: Sql, contractId: string): Promise<void> {
  await sql`delete from kept_standing where contract_id = ${contractId}`
  await sql`delete from standing_basis where contract_id = ${contractId}`
}

/** The school half terms and bank holidays of teams in a span of days, with their force's time zone: a row for each team. */
export const calendarRows = (sql: Sql, teamIds: readonly string[], span: Span) => sql<
  { teamId: string; timeZone: string; bankHolidays: Day[]; halfTerms: { name: string; from: Day; to: Day }[] }[]
>`
  select t.id as "teamId", f.time_zone as "timeZone",
    coalesce((select json_agg(b.day order by b.day) from bank_holiday b
      where b.division = f.bank_holidays and b.day between ${span.from} and ${span.to}), '[]') as "bankHolidays",
    coalesce((select json_agg(json_build_object('name', h.name, 'from', h.starts_on, 'to', h.ends_on) order by h.starts_on) from half_term h
      where h.council = t.school_council and h.starts_on <= ${span.to} and h.ends_on >= ${span.from}), '[]') as "halfTerms"
  from team t join force f on f.id = t.force_id where t.id = any(${[...teamIds]}) order by t.id`
