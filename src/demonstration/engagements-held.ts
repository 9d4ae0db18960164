import { nobodyCounted, type Engagement, type Footfall, type Method } from '#engagements/engagement.ts'
import { evidenceOf } from '#engagements/held/record-engagement.ts'
import type { Fact } from '#ledger/evidence.ts'
import { addDays, type Day } from '#platform/day.ts'
import { identityOf } from '#platform/identity.ts'
import { daysIn } from './days.ts'
import type { Setting } from './happenings.ts'
import { locationOf } from './known-places.ts'
import { between, chanceFrom, oneOf, type Chance } from './random.ts'
import type { Patrols, Story, StoryEvent } from './story.ts'

/** An engagement of the demonstration and what the ledger says of it. */
export type Held = { readonly engagement: Engagement; readonly fact: Fact }

/** Every engagement a story tells of: its named events, and patrols on which people were met. */
export function engagementsHeld(story: Story, setting: Setting): Held[] {
  const chance = chanceFrom(`${setting.teamId} ${setting.year.from} figures`)
  const criteria = story.criteriaFrom ? daysIn(setting.year, [story.criteriaFrom])[0] : undefined
  return [...eventsHeld(story.events, setting), ...patrolsHeld(story.patrols, setting)].map((planned) =>
    held(planned, { setting, chance, unclosed: story.unclosed, criteriaFrom: criteria ?? setting.year.from }),
  )
}

type Planned = Omit<Engagement, 'footfall' | 'assessmentCriteria' | 'inNiche'> & { readonly crowd: number }

function eventsHeld(events: readonly StoryEvent[], setting: Setting): Planned[] {
  return events.flatMap((event) =>
    daysIn(setting.year, event.on, event.except).map((heldOn) => ({
      ...plainly(`${event.title} ${event.place} ${event.at}`, heldOn, event.method, setting),
      title: event.title,
      beganAt: event.at,
      place: event.place,
      location: locationOf(event.place),
      neighbourhoodId: event.neighbourhood,
      communities: event.communities,
      ledBy: event.localEvent ? ('local event' as const) : ('police' as const),
      advertised: event.advertised !== undefined,
      daysAdvertised: event.advertised ?? null,
      keyEvent: event.keyEvent ?? false,
      volunteers: event.volunteers ?? false,
      volunteerHours: null,
      specialConstables: event.specials ?? false,
      crowd: event.crowd,
      ruralCrimeTeam: event.ruralCrimeTeam ?? false,
    })),
  )
}

/** Most days each beat meets people on patrol; on a quiet day nobody can be spared anywhere. */
function patrolsHeld({ quiet, beats }: Patrols, setting: Setting): Planned[] {
  const chance = chanceFrom(`${setting.teamId} ${setting.year.from} patrols`)
  const planned: Planned[] = []
  for (let heldOn = setting.year.from; heldOn <= setting.year.to; heldOn = addDays(heldOn, 1)) {
    const isQuiet = chance() < quiet
    for (const beat of beats) if (chance() < beat.share && !isQuiet) planned.push(patrol(beat, heldOn, setting, chance))
  }
  return planned
}

function patrol(beat: Patrols['beats'][number], heldOn: Day, setting: Setting, chance: Chance): Planned {
  const place = oneOf(beat.places, chance)
  const method = chance() < 0.55 ? 'foot patrol' : 'patrol contact'
  return {
    ...plainly(`${beat.neighbourhood} patrol`, heldOn, method, setting),
    title: method === 'foot patrol' ? `Foot patrol, ${place}` : `Met on patrol, ${place}`,
    beganAt: `${String(between(8, 20, chance)).padStart(2, '0')}:${oneOf(['00', '15', '30', '45'], chance)}`,
    place,
    location: locationOf(place),
    neighbourhoodId: beat.neighbourhood,
    volunteers: chance() < 0.05,
    volunteerHours: null,
    specialConstables: chance() < 0.04,
    crowd: 9,
  }
}

const plainly = (name: string, heldOn: Day, method: Method, { teamId }: Setting) => ({
  id: identityOf(`${teamId} ${name} ${heldOn}`),
  teamId,
  heldOn,
  method,
  communities: [],
  ledBy: 'police' as const,
  advertised: false,
  daysAdvertised: null,
  keyEvent: false,
  ruralCrimeTeam: false,
})

type Closing = {
  readonly setting: Setting
  readonly chance: Chance
  readonly unclosed: number
  readonly criteriaFrom: Day
}

function held({ crowd, ...planned }: Planned, closing: Closing): Held {
  const engagement = {
    ...planned,
    footfall: footfallOf(crowd, closing),
    assessmentCriteria: planned.heldOn >= closing.criteriaFrom,
    inNiche: true,
  }
  return { engagement, fact: evidenceOf(engagement, closing.setting.timeZone) }
}

/** A handful can be counted; a crowd is estimated. */
const qualityOf = (reached: number): Pick<Footfall, 'figureFrom' | 'confidence'> =>
  reached <= 40
    ? { figureFrom: 'counted', confidence: 'sure' }
    : { figureFrom: 'estimated', confidence: reached <= 120 ? 'fairly sure' : 'a guess' }

/** Each tier is drawn even where nobody took a figure, so that the engagements after it stay as they are. */
function footfallOf(crowd: number, { chance, unclosed }: Closing): Footfall {
  const reached = Math.max(1, Math.round(crowd * (0.5 + chance())))
  const spokeWith = Math.max(1, Math.round(reached * (0.25 + 0.5 * chance())))
  const raisedAConcern = Math.floor(spokeWith * 0.3 * chance())
  return chance() < unclosed ? nobodyCounted : { reached, spokeWith, raisedAConcern, ...qualityOf(reached) }
}
