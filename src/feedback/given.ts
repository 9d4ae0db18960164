import { idOrNew } from '#network/typed-parts.ts'
import { stampAgain } from '#platform/form-stamp.ts'
import { secretOf } from '#platform/form-stamp.sql.ts'
import { typed, type FieldErrors, type FormValues } from '#platform/form.ts'
import type { Visit } from '#platform/http/visit.ts'

/** A form as it is given out: its id, its stamp, what was typed before, and what was wrong with it. */
export type Given = {
  readonly id: string
  readonly stamp: string
  readonly values: FormValues
  readonly errors: FieldErrors
}

/** A form about something, new or with what was typed into it; `about` is what its stamp is good for. */
export async function givenOn(
  { db, now }: Visit,
  about: string,
  values: FormValues = {},
  errors: FieldErrors = {},
): Promise<Given> {
  const id = idOrNew(values)
  const stamp = stampAgain(await secretOf(db), typed(values, 'stamp'), { formId: id, about, at: now })
  return { id, stamp, values, errors }
}
