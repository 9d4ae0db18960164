import { keepSetting, setting } from './store.ts'
import type { Person } from './signed-in.ts'

/** A planned engagement as the phone keeps it. */
export type Planned = {
  readonly id: string
  readonly title: string
  readonly method: string
  readonly place: string
  readonly location: { readonly latitude: number; readonly longitude: number } | null
  readonly heldOn: string
  readonly begins: string
  readonly ends: string
  readonly state: 'planned' | 'cancelled' | 'held'
}

type Named = { readonly id: string; readonly name: string }

/** A team's days, with the lists that the form offers. */
export type Week = {
  readonly team: Named | null
  readonly teams: readonly Named[]
  readonly asAt: number
  readonly planned: readonly Planned[]
  readonly communitiesOf: Readonly<Record<string, readonly string[]>>
  readonly methods: readonly string[]
  readonly communities: readonly string[]
}

type KeptWeek = { readonly person: string; readonly week: Week }

/** The week that this phone keeps for a person, or null where it never had one. */
export async function keptWeek(person: Person): Promise<Week | null> {
  const kept = (await setting('week')) as KeptWeek | undefined
  return kept?.person === person.id ? kept.week : null
}

/** Fetches the week of the person's team, or of the one they chose; false where there is no signal. */
export async function freshenWeek(person: Person, team?: string): Promise<boolean> {
  const chosen = team ?? (await keptWeek(person))?.team?.id ?? ''
  const address = `/field/week?team=${encodeURIComponent(chosen)}`
  const answer = await fetch(address, { redirect: 'manual', cache: 'no-store' }).catch(() => null)
  const week: Week | null = answer?.ok ? await answer.json().catch(() => null) : null
  if (week === null) return false
  await keepSetting('week', { person: person.id, week } satisfies KeptWeek)
  return true
}
