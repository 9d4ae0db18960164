import { withHeader, type Answer, type Reply } from '#platform/http/answers.ts'
import type { Handler } from '#platform/http/routes.ts'
import { troubleAnswer, troubleOf } from '#platform/http/trouble.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'

// Each directive that is not named falls to 'none', and nothing inline may run or style.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
  "worker-src 'self'",
].join('; ')

/**
 * The same page for a frame of any other site: nothing can be sent or run in it, so that nobody is led to press what they
 * do not see.
 */
export const framed = (answer: Answer): Reply => {
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
  const open = withHeader(answer, 'content-security-policy', policy)
  return withHeader(open, 'cross-origin-resource-policy', 'cross-origin')
}

/** The same pages where the address is a key: no cache keeps them, no other site is told of them, and no search engine lists them. */
export const unseen =
  (handler: Handler): Handler =>
  async (visit) => {
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }
    return Object.entries(headers).reduce<Answer>(
      (answer, [name, value]) => withHeader(answer, name, value),
      await answerOrRefused(handler, visit),
    )
  }

/** What is refused has the same address. */
async function answerOrRefused(handler: Handler, visit: Visit): Promise<Answer> {
  try {
    return await handler(visit)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return troubleAnswer(troubleOf(fault, ''), { path: visit.path, site: () => visit.site })
  }
}

/** The headers that every answer carries; `secure` where the site is served by HTTPS. */
export const securityHeaders = (secure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})
