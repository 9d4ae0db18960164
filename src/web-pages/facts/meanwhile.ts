import { createHash } from 'node:crypto'
import { typed, type FormValues } from '#platform/form.ts'
import { transaction, type Database, type Sql } from '#platform/database/database.ts'
import { holdFacts } from './meanwhile.sql.ts'

/** What a form was made of, in 22 letters: it goes with the form as `was`, so that a change made meanwhile is noticed. */
export const printOf = (values: FormValues): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(values).toSorted()))
    .digest('base64url')
    .slice(0, 22)

/** A form's values with what they were made of. */
export const begunWith = (values: FormValues): FormValues => ({ ...values, was: printOf(values) })

type Held = {
  /** What is changed, such as `team/dorset/west-dorset`: changes of one thing wait for each other. */
  readonly about: string
  readonly form: FormValues
  /** What stands now, as the form would show it. */
  readonly now: (sql: Sql) => Promise<FormValues>
}

/**
 * Keeps facts, unless they are no longer what the form was made of; answers null, or what stands now and was left as it is. A
 * form that does not say what it was made of is taken as it is.
 */
export const keepUnlessChanged = (
  database: Database,
  { about, form, now }: Held,
  keep: (sql: Sql) => Promise<unknown>,
): Promise<FormValues | null> =>
  transaction(database, async (sql) => {
    await holdFacts(sql, about)
    const was = typed(form, 'was')
    const stands = await now(sql)
    if (was !== '' && was !== printOf(stands)) return stands
    await keep(sql)
    return null
  })
