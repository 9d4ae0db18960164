/** The languages that pages can be read in: English, and Welsh (Cymraeg). */
export const languages = { en: 'English', cy: 'Cymraeg' } as const

export type Language = keyof typeof languages

/** The language in which the program is written, and whose addresses have no prefix. */
export const firstLanguage = 'en'

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text)

/** The address of a page in a language: `/cy/dorset` is `/dorset` in Welsh. */
export const addressIn = (language: Language, path: string): string =>
  language === firstLanguage ? path : `/${language}${path === '/' ? '' : path}`

/** The language that an address asks for, and the address without it. */
export function languageOfAddress(address: string): { readonly language: Language; readonly address: string } {
  const [, code = '', rest = ''] = /^\/([a-z]{2})(?=$|[/?])(.*)$/s.exec(address) ?? []
  if (!isLanguage(code) || code === firstLanguage) return { language: firstLanguage, address }
  return { language: code, address: rest.startsWith('/') ? rest : `/${rest}` }
}
