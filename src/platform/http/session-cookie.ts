export type SessionCookie = {
  /** The token a request's `Cookie` header carries, or null. */
  readonly read: (header: string | undefined) => string | null
  /** The `Set-Cookie` header for a new token, or for none. */
  readonly write: (token: string | null) => string
}

// A session lasts one long shift; the database ends it sooner where nobody is using it.
const longestShift = 12 * 60 * 60

/**
 * The one cookie of the site: out of reach of scripts and of other sites' forms, bound to this host where it is secure.
 * A token is 43 letters of base64url, so nothing in it needs to be encoded.
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-frankpledge' : 'frankpledge'
  const carried = new RegExp(`(?:^|;) *${name}=([\\w-]{43}) *(?:;|$)`)
  const bounds = `Path=/; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`
  return {
    read: (header) => (header === undefined ? null : (carried.exec(header)?.[1] ?? null)),
    write: (token) => `${name}=${token ?? ''}; Max-Age=${token === null ? 0 : longestShift}; ${bounds}`,
  }
}
