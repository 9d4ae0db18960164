import postgres from 'postgres'

/** Days come and go as `YYYY-MM-DD`, bigints as numbers: our identities stay far below 2⁵³. */
const types = {
  date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  bigint: { to: 20, from: [20], serialize: (n: number | bigint) => String(n), parse: Number },
}

type Types = { date: string; bigint: number }

/** The database, or a transaction on it: anything that takes a query. */
export type Sql = postgres.ISql<Types>

/** The database itself: it can begin transactions, listen and end. */
export type Database = postgres.Sql<Types>

export type DatabaseOptions = { readonly connections?: number; readonly onNotice?: (notice: postgres.Notice) => void }

/** Opens a pool of connections; nothing is connected until the first query. */
export const openDatabase = (url: string, options: DatabaseOptions = {}): Database =>
  postgres(url, {
    max: options.connections ?? 10,
    types,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: options.onNotice ?? (() => {}),
    connection: { application_name: 'frankpledge', TimeZone: 'UTC' },
  })

/** Everything inside happens, or nothing does. */
export const transaction = <T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.begin(work) as Promise<T>
