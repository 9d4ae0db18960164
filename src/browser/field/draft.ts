import { planOnNow } from './guess.ts'
import { lineOf, type Fields, type Recorded, type Said } from './queue.ts'
import type { ContactDraft } from './contact.screen.ts'
import type { Due } from './due.ts'
import type { Draft } from './record.screen.ts'
import { sealWords, unsealWords } from './sealed.ts'
import { keysOfPerson, rightNow, type Person } from './signed-in.ts'
import { keepSetting, setting, type KeptKey, type Sealed } from './store.ts'
import { keptWeek, type Planned, type Week } from './week.ts'

type Own = { readonly person: Person; readonly key: KeptKey }

/** The form's start: the plan that was chosen, else the one on now, else where and how they last met people. */
export async function draftFor(own: Own, planId: string): Promise<Draft> {
  const week = await keptWeek(own.person)
  const plan = planId === 'new' ? null : await planFor(week, planId)
  const team = week?.team?.id ?? own.person.teamId
  const blank = { team, reason: null, faults: {} }
  if (plan === null) return { ...blank, id: crypto.randomUUID(), plan, fields: await lastUsed(own) }
  return { ...blank, id: plan.id, plan, fields: fieldsOf(plan, week?.communitiesOf[plan.id] ?? []) }
}

/** A record that came back, as it was sent, with what the desk said of it. */
export const draftAgain = (id: string, { team, fields }: Recorded, said: Said | null): Draft => ({
  id,
  team,
  plan: null,
  fields,
  reason: said?.reason ?? null,
  faults: said?.fields ?? {},
})

/** A contact's start: whoever was chosen from the list, or nobody yet. */
export function contactDraftFor(due: Due | 'sealed' | null, id: string): ContactDraft {
  const isDue = due !== null && due !== 'sealed' && due.people.some((one) => one.id === id)
  const team = due === null || due === 'sealed' ? null : (due.team?.id ?? null)
  const fields = { what: 'contact', with: isDue ? id : '' }
  return { id: crypto.randomUUID(), team, fields, whom: null, reason: null, faults: {} }
}

/** A contact that came back, as it was sent, with what the desk said of it. */
export const contactAgain = (id: string, { team, fields, whom }: Recorded, said: Said | null): ContactDraft => ({
  id,
  team,
  fields,
  whom: whom ?? null,
  reason: said?.reason ?? null,
  faults: said?.fields ?? {},
})

async function planFor(week: Week | null, id: string): Promise<Planned | null> {
  const planned = week?.planned ?? []
  const plan = id === '' ? planOnNow(planned, await rightNow()) : (planned.find((one) => one.id === id) ?? null)
  // What this phone recorded already is not recorded twice.
  return plan !== null && (await lineOf(plan.id)) === null ? plan : null
}

const fieldsOf = ({ title, method, place, location }: Planned, communities: readonly string[]): Fields => ({
  title,
  method,
  place,
  communities,
  latitude: location === null ? '' : String(location.latitude),
  longitude: location === null ? '' : String(location.longitude),
})

/** Sealed like a record, since it says where somebody was. */
export async function keepLastUsed({ place = '', method = '' }: Fields): Promise<void> {
  const own = await keysOfPerson()
  if (own) await keepSetting(`last used by ${own.person.id}`, await sealWords(own.key.publicKey, { place, method }))
}

async function lastUsed({ person, key }: Own): Promise<Fields> {
  const sealed = (await setting(`last used by ${person.id}`)) as Sealed | undefined
  return sealed && key.privateKey ? ((await unsealWords(key.privateKey, sealed)) as Fields) : {}
}
