import type { Fact } from '#ledger/evidence.ts'
import type { Day } from '#platform/day.ts'

/** Something done for councils or partners that needs no more than a day; sent twice, its id keeps it once. */
export type NetworkNote = {
  readonly id: string
  readonly teamId: string
  readonly happenedOn: Day
  /** The organisations it was for; none where it was for all, or within the team. */
  readonly organisationIds: readonly string[]
  readonly kind: 'patrol place offered' | 'patrol place taken' | 'role briefing held' | 'partners informed'
  /** Of an offer: whether it stands or was taken back; null of anything else. */
  readonly stands: boolean | null
}

/** What a note is evidence of: places on patrol (R40), a briefing on the councillor advocate's role (C8.2), partners told of priorities (R58). */
export function evidenceOfNote({ id, kind, happenedOn, stands }: NetworkNote, subjects: readonly string[]): Fact {
  const facets =
    kind === 'patrol place offered'
      ? { standing: stands ?? true }
      : kind === 'role briefing held'
        ? { topic: 'councillor advocate' }
        : {}
  return { kind, happenedOn, subjects, facets, source: `network-note/${id}` }
}
