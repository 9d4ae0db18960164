import type { Day } from '#platform/day.ts'

// prettier-ignore
export const postRoles = ['clerk', 'town surveyor', 'councillor', 'councillor advocate', 'head', 'safeguarding officer',
  'scheme coordinator', 'chair', 'secretary', 'manager', 'faith leader', 'contact'] as const
export type PostRole = (typeof postRoles)[number]

/** A post of an organisation; it outlives whoever holds it. */
export type Post = {
  readonly id: string
  readonly organisationId: string
  readonly role: PostRole
  readonly ward: string
  readonly subjectId: string | null
}

/** Who holds a post, since and until when; a councillor’s party stands here and nowhere else. */
export type PostHeld = {
  readonly id: string
  readonly postId: string
  readonly keyIndividualId: string
  readonly party: string | null
  readonly since: Day
  readonly until: Day | null
}

/** Posts that several people hold side by side: a ward may have three councillors. */
export const sharedRoles: ReadonlySet<PostRole> = new Set(['councillor', 'contact', 'faith leader'])

/** Posts that promises name for themselves (R35, R39, C8), and as which kind of subject; contact with others is contact with the organisation. */
export const subjectKindOfPost: Partial<Readonly<Record<PostRole, string>>> = {
  clerk: 'council clerk',
  'town surveyor': 'key individual',
  'councillor advocate': 'councillor advocate',
}

/** "Clerk of Bridport Town Council": names the post, never the person. */
export const postLabel = ({ role, ward }: Pick<Post, 'role' | 'ward'>, organisation: string): string =>
  `${role.charAt(0).toUpperCase()}${role.slice(1)} of ${organisation}${ward === '' ? '' : `, ${ward}`}`
