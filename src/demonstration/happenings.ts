import type { Fact, Quantities } from '#ledger/evidence.ts'
import { addDays, instantAt, within, type Day, type Span } from '#platform/day.ts'
import { daysIn, weeksOf } from './days.ts'
import { between, chanceFrom, oneOf, type Chance } from './random.ts'
import type { Happening, Rhythm } from './story.ts'

/** Where and when a part of a story is told. */
export type Setting = {
  readonly teamId: string
  /** Begins the ids of the team's subjects. */
  readonly slug: string
  readonly timeZone: string
  readonly year: Span
}

/** The evidence of what a story says happened on its days: a row for each day and each subject. */
export function factsOfHappenings(happenings: readonly Happening[], setting: Setting): Fact[] {
  return happenings.flatMap((happening, place) => {
    const chance = chanceFrom(`${setting.teamId} ${setting.year.from} ${happening.kind} ${place}`)
    return daysIn(setting.year, happening.on, happening.except).flatMap((d, n) =>
      touching(happening.subjects, setting).map((subjects) => ({
        kind: happening.kind,
        happenedOn: d,
        ...(happening.at ? { happenedAt: instantAt(d, happening.at, setting.timeZone) } : {}),
        ...subjects,
        quantities: figuresOf(happening.quantities, n, chance),
        facets: happening.facets,
        ...(happening.about ? { about: happening.about } : {}),
        source: sourceOf(happening.kind, d, place),
      })),
    )
  })
}

const touching = (subjects: readonly string[], { slug }: Setting): { subjects?: string[] }[] =>
  subjects.length === 0 ? [{}] : subjects.map((subject) => ({ subjects: [`${slug}/${subject}`] }))

function figuresOf(asked: Happening['quantities'], n: number, chance: Chance): Quantities {
  const figures = Object.entries(asked).map(([name, value]): [string, number | undefined] => {
    if (typeof value === 'number') return [name, value]
    return [name, 'from' in value ? between(value.from, value.to, chance) : value[n]]
  })
  const missing = figures.find(([, value]) => value === undefined)
  if (missing) throw new RangeError(`the story has too few figures of “${missing[0]}”`)
  return Object.fromEntries(figures) as Quantities
}

/** The evidence of what comes round by the week: so many tries in each, on days that chance picks. */
export function factsOfRhythms(rhythms: readonly Rhythm[], setting: Setting): Fact[] {
  return rhythms.flatMap((rhythm, place) => {
    const chance = chanceFrom(`${setting.teamId} ${setting.year.from} rhythm ${rhythm.kind} ${place}`)
    const span = spanOf(rhythm, setting.year)
    return weeksOf(setting.year)
      .flatMap((monday) => daysOfWeek(monday, rhythm, chance))
      .map((d) => factOf(rhythm, d, place, setting, chance))
      .filter((fact) => within(span, fact.happenedOn))
  })
}

/** What a team does by routine it does on working days. */
function daysOfWeek(monday: Day, { timesAWeek, share }: Rhythm, chance: Chance): Day[] {
  const times = Math.floor(timesAWeek) + (chance() < timesAWeek % 1 ? 1 : 0)
  return Array.from({ length: times }, () => ({ day: addDays(monday, between(0, 4, chance)), done: chance() < share }))
    .filter(({ done }) => done)
    .map((each) => each.day)
}

function factOf(rhythm: Rhythm, d: Day, place: number, setting: Setting, chance: Chance): Fact {
  const chosen = Object.entries(rhythm.choices).map(([facet, values]) => [facet, oneOf(values, chance)])
  return {
    kind: rhythm.kind,
    happenedOn: d,
    ...(rhythm.subjects.length > 0 ? { subjects: [`${setting.slug}/${oneOf(rhythm.subjects, chance)}`] } : {}),
    quantities: figuresOf(rhythm.quantities, 0, chance),
    facets: { ...rhythm.facets, ...Object.fromEntries(chosen) },
    source: sourceOf(rhythm.kind, d, `r${place}`),
  }
}

const spanOf = ({ from, to }: Rhythm, year: Span): Span => ({
  from: (from && daysIn(year, [from])[0]) || year.from,
  to: (to && daysIn(year, [to])[0]) || year.to,
})

const sourceOf = (kind: string, d: Day, place: string | number): string =>
  `demonstration/${kind.replaceAll(' ', '-')}/${d}/${place}`
