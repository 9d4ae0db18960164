/** A police force: the tenant. */
export type Force = { readonly id: string; readonly name: string; readonly timeZone: string }

/** A neighbourhood policing team; its id is its address, `dorset/west-dorset`. */
export type Team = {
  readonly id: string
  readonly forceId: string
  readonly slug: string
  readonly name: string
  /** The council whose school terms its schools keep, or null where nobody said. */
  readonly schoolCouncil: string | null
}

/** A published policing neighbourhood with its national id. */
export type Neighbourhood = { readonly id: string; readonly name: string; readonly teamId: string | null }
