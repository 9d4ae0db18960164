import { z } from 'zod'
import { addDays, inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  optionalDay,
  readForm,
  text,
  typedAsDay,
  typedList,
  type FormResult,
  type FormValues,
} from '#platform/form.ts'
import { lawfulBases, waysToReach, type KeyIndividual } from '../key-individual.ts'
import { emailPattern, namesThem, speaksForPattern, telephonePattern } from '../told-patterns.ts'
import { dayTyped, impossibleDay, oneOrNone, optionalPattern, textOrNull, wordsParted } from '../typed-parts.ts'

/** For whom contact with somebody counts: for what they speak for, or for the post they hold alone. */
export const standings = ['themselves', 'a post'] as const

const individualForm = z.object({
  name: text({ missing: 'Enter their name', max: 120 }),
  speaksFor: text({ missing: 'Enter the people or area they speak for', max: 60 }).pipe(
    z.string().regex(speaksForPattern, 'Use letters, numbers, spaces and commas alone'),
  ),
  standsFor: oneOf(standings, 'Choose whom you keep in touch with'),
  email: optionalPattern(emailPattern, 'Enter an e-mail address such as name@example.org'),
  telephone: optionalPattern(telephonePattern, 'Enter a telephone number such as 01305 222 222', 40),
  address: textOrNull(300),
  languages: wordsParted(),
  reachBy: oneOrNone(waysToReach),
  neighbourhoods: z.preprocess((given) => [given ?? []].flat(), z.array(z.string())),
  tags: wordsParted(),
  lawfulBasis: oneOf(lawfulBases, 'Choose why the law lets us hold it'),
  purpose: text({ missing: 'Enter what it is held for', max: 200 }),
  toldOn: optionalDay(impossibleDay),
  reviewOn: typedAsDay({ missing: 'Enter by when somebody must look at it again', impossible: impossibleDay }),
})

/** Whose team's person it is, and what the form may name. */
export type IndividualSetting = {
  readonly id: string
  readonly forceId: string
  readonly teamId: string
  readonly today: Day
  readonly neighbourhoodIds: readonly string[]
  /** What is held already, or null where the person is new. */
  readonly held: KeyIndividual | null
}

type Told = { readonly person: KeyIndividual; readonly forPostAlone: boolean }

/** A key individual as the form tells of them, or every mistake in it; the lawful basis is never left out (UK GDPR article 6). */
export function readIndividual(form: FormValues, setting: IndividualSetting): FormResult<Told> {
  const read = readForm(individualForm, form)
  const wrong = {
    ...(read.ok ? {} : read.errors),
    ...namedFault(form),
    ...(read.ok ? dayFaults(read.value, setting) : {}),
  }
  if (!read.ok || Object.keys(wrong).length > 0) return { ok: false, errors: wrong, values: form }
  const { standsFor, neighbourhoods, ...told } = read.value
  const { id, forceId, teamId, held, neighbourhoodIds } = setting
  const person = {
    ...told,
    id,
    forceId,
    teamId,
    neighbourhoodIds: neighbourhoods.filter((one) => neighbourhoodIds.includes(one)),
    subjectId: held?.subjectId ?? null,
    objectedOn: held?.objectedOn ?? null,
    leftOn: held?.leftOn ?? null,
  }
  return { ok: true, value: { person, forPostAlone: standsFor === 'a post' } }
}

/** What they speak for is shown by the ledger, to everybody: a name in it would be there for good. */
function namedFault(form: FormValues): { speaksFor?: string } {
  const [name = '', speaksFor = ''] = [typedList(form, 'name')[0], typedList(form, 'speaksFor')[0]]
  return namesThem(name, speaksFor) ? { speaksFor: 'Leave out their name: everybody can read this in the ledger' } : {}
}

function dayFaults({ toldOn, reviewOn }: Pick<KeyIndividual, 'toldOn' | 'reviewOn'>, { today }: IndividualSetting) {
  return {
    ...(toldOn !== null && toldOn > today ? { toldOn: `${inWords(toldOn)} has not come yet` } : {}),
    ...(reviewOn <= today ? { reviewOn: 'Enter a day to come' } : {}),
    ...(reviewOn > addDays(today, 3 * 366) ? { reviewOn: 'Look at it again within three years' } : {}),
  }
}

/** What the form for somebody new starts with. */
export const newIndividual = (today: Day): FormValues => ({
  standsFor: 'themselves',
  lawfulBasis: 'public task',
  purpose: 'keeping in touch about local policing',
  ...dayTyped('reviewOn', addDays(today, 365)),
})

/** What is held about somebody, as the form shows it. */
export const asTyped = (person: KeyIndividual): FormValues => ({
  name: person.name,
  speaksFor: person.speaksFor,
  standsFor: person.subjectId === null ? 'a post' : 'themselves',
  email: person.email ?? '',
  telephone: person.telephone ?? '',
  address: person.address ?? '',
  languages: person.languages.join(', '),
  reachBy: person.reachBy ?? '',
  neighbourhoods: person.neighbourhoodIds,
  tags: person.tags.join(', '),
  lawfulBasis: person.lawfulBasis,
  purpose: person.purpose,
  ...dayTyped('toldOn', person.toldOn),
  ...dayTyped('reviewOn', person.reviewOn),
})
