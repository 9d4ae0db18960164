type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * Whether another site's page is asking in a visitor's name; browsers themselves say so, which needs no token in each form.
 * A client that says nothing is no browser, and holds nobody's cookie.
 */
export function comesFromElsewhere(headers: Headers): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = headers['origin']
  return origin !== undefined && hostOf(origin) !== headers['host']
}

function hostOf(origin: string | string[]): string | null {
  return typeof origin === 'string' ? (URL.parse(origin)?.host ?? null) : null
}

/** A path of this site to go on to, or null where the text could lead anywhere else. */
export function pathOfThisSite(to: string | undefined): string | null {
  if (to === undefined || to.length > 2000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(to)) return null
  const url = URL.parse(to, 'http://here.invalid')
  return url?.origin === 'http://here.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : null
}
