import type { Sql } from '#platform/database/database.ts'

/** What of a draft one person writes at a time: an answer, a promise, a list of part 3. */
export type Piece = `answer ${string}` | `promise ${string}` | 'good practice' | 'tools' | 'order' | 'recommendations'

/** How often a piece was written, and by whom last; one that nobody wrote yet has none. */
export type PieceWritten = {
  readonly piece: string
  readonly revision: number
  readonly changedBy: string | null
  readonly formId: string | null
  /** Why a promise was taken out; null while it stands. */
  readonly leftOutWhy: string | null
}

/** Every piece of a draft that somebody wrote, by its name; still there once the draft is published. */
export async function piecesWritten(sql: Sql, contractId: string): Promise<Map<string, PieceWritten>> {
  const rows = await sql<PieceWritten[]>`
    select d.piece, d.revision, p.name as "changedBy", d.form_id as "formId",
      d.left_out_why as "leftOutWhy"
    from draft_piece d left join person p on p.id = d.changed_by where d.contract_id = ${contractId} order by d.piece`
  return new Map(rows.map((row) => [row.piece, row]))
}

export type Writing = {
  readonly piece: Piece
  readonly at: Date
  readonly by: string | null
  readonly formId: string | null
  readonly leftOutWhy: string | null
}

/** Counts that a piece was written, when and by whom. */
export const countPiece = (sql: Sql, contractId: string, { piece, at, by, formId, leftOutWhy }: Writing) => sql`
  insert into draft_piece as d (contract_id, piece, revision, changed_at, changed_by, form_id, left_out_why)
  values (${contractId}, ${piece}, 1, ${at}, ${by}, ${formId}, ${leftOutWhy})
  on conflict (contract_id, piece) do update set revision = d.revision + 1, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by, form_id = coalesce(excluded.form_id, d.form_id), left_out_why = excluded.left_out_why`
