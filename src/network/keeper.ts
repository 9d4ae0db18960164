/** Who works on a team's network, when, and where. */
export type Keeper = {
  readonly personId: string
  readonly at: Date
  readonly forceId: string
  readonly teamId: string
  readonly timeZone: string
}

/** Who acts on what is held about somebody: a keeper, or (null) the person themselves, by their own link. */
export type Acting = Omit<Keeper, 'personId'> & { readonly personId: string | null }
