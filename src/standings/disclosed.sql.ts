import type { Sql } from '#platform/database/database.ts'
import type { Span } from '#platform/day.ts'
import { protectedCommunities } from './disclosure.ts'

/** Evidence that names a protected community: how many people of it is told in public only as below or from 5 on. */
export type ProtectedFigures = { readonly entry: number; readonly quantities: Readonly<Record<string, number>> }

/** What a team recorded of protected communities in a span of days. */
export const protectedFigures = (sql: Sql, chain: string, { from, to }: Span) => sql<ProtectedFigures[]>`
  select entry, quantities from evidence
  where chain = ${chain} and kind = 'engagement held' and happened_on between ${from} and ${to}
    and jsonb_exists_any(facets -> 'communities', ${[...protectedCommunities]})
  order by entry`
