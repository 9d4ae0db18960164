/** Who changes a page of whom, when, and with what in their hand. */
export type PageKeeper = {
  readonly personId: string | null
  readonly role: string
  readonly at: Date
  readonly forceId: string
  readonly timeZone: string
  /** Whether they work on a phone (R29). */
  readonly mobile: boolean
}

/** A page keeper at a team's page. */
export type TeamPageKeeper = PageKeeper & { readonly teamId: string }
