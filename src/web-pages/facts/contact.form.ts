import { z } from 'zod'
import { emailPattern, telephonePattern } from '#network/told-patterns.ts'
import { optionalText } from '#platform/form.ts'
import { waysOfContact, type Contact, type WayOfContact } from './contact.ts'

/** An address of the web that nobody can read or change on its way; only `https:` is taken. */
export const httpsPattern = /^https:\/\/[^\s"'<>\\^`{|}@/?#]+\.[^\s"'<>\\^`{|}@/?#]+([/?#][^\s"'<>\\^`{|}]*)?$/

export const wrongAddress = 'Enter an address that begins with https://, such as https://www.example.org/'
export const wrongTelephone = 'Enter a telephone number such as 01632 960123'

/** A text of one form that may be left out, then empty; `wrong` says how to put it right. */
export const optionalOf = (pattern: RegExp, wrong: string, max = 200) =>
  optionalText({ max }).refine((given) => given === '' || pattern.test(given), wrong)

const address = () => optionalOf(httpsPattern, wrongAddress)
const telephone = () => optionalOf(/^(999|101|[+(]?\d[\d ()+-]{4,}( ?(ext|x)\.? ?\d+)?)$/i, wrongTelephone, 40)

/** The fields of a form that say how to reach somebody. */
export const contactFields = {
  email: optionalOf(emailPattern, 'Enter an e-mail address such as name@example.org'),
  telephone: telephone(),
  mobile: optionalOf(telephonePattern, 'Enter a mobile number such as 07700 900123', 40),
  report: address(),
  address: optionalText({ max: 300 }),
  web: address(),
  facebook: address(),
  twitter: address(),
  youtube: address(),
} as const satisfies Readonly<Record<WayOfContact, z.ZodType<string>>>

/** What was typed, without what was left empty. */
export const contactOf = (typed: Readonly<Record<WayOfContact, string>>): Contact =>
  Object.fromEntries(waysOfContact.flatMap((way) => (typed[way] === '' ? [] : [[way, typed[way]]])))
