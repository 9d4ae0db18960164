import { z } from 'zod'
import { oneOf, readForm, text, ticked, type FormResult, type FormValues } from '#platform/form.ts'
import { isAddress } from '#platform/mail/mail.ts'
import { type Follows } from './follower.ts'

/** What somebody typed into the form to be told, checked. */
export type WishTyped = { readonly address: string; readonly follows: Follows; readonly reminder: boolean }

/** The wish, or every mistake in it; only what is offered can be followed. */
export function readWish(form: FormValues, offered: readonly Follows[]): FormResult<WishTyped> {
  const [first = 'team', ...others] = offered
  const schema = z.object({
    address: text({ missing: 'Enter your e-mail address', max: 254, tooLong: 'Use 254 characters or fewer' })
      .transform((typed) => typed.toLowerCase())
      .refine(isAddress, 'Enter an e-mail address in the right form, such as name@example.org'),
    follows: oneOf([first, ...others], 'Choose what you want to be told of'),
    reminder: ticked(),
  })
  return readForm(schema, form)
}
