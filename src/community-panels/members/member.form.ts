import { z } from 'zod'
import { idTyped, optionalPattern } from '#network/typed-parts.ts'
import { oneOf, readForm, text, type FormValues } from '#platform/form.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { isAddress } from '#platform/mail/mail.ts'

const memberForm = z.object({
  id: idTyped,
  linkId: idTyped,
  language: oneOf(['en', 'cy'], 'Choose in which language they read'),
  label: text({ missing: 'Enter a name, or what you call them', max: 80 }),
  email: optionalPattern(/.+/, '').refine(
    (given) => given === null || isAddress(given),
    'Enter an e-mail address such as name@example.org, or none',
  ),
})

/** Somebody who is invited; where nobody was asked for a language, they read English. */
export const readMember = (form: FormValues) => readForm(memberForm, { language: firstLanguage, ...form })

export const readLinkId = (form: FormValues) => readForm(z.object({ linkId: idTyped }), form)
