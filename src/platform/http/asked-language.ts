import type { IncomingMessage } from 'node:http'
import { firstLanguage, languageOfAddress, type Language } from '#platform/language/language.ts'

const asked = new WeakMap<IncomingMessage, Language>()

/** Takes the language out of an address, so that `/cy/dorset` meets the route of `/dorset`. */
export function withoutLanguage(request: IncomingMessage): string {
  const url = request.url ?? '/'
  const { language, address } = languageOfAddress(url)
  if (language !== firstLanguage) asked.set(request, language)
  return address
}

/** The language in which a request asked to be answered. */
export const languageAsked = (request: IncomingMessage): Language => asked.get(request) ?? firstLanguage
