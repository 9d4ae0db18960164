import type { Force, Team } from '#areas/area.ts'
import { inWords, weekdayInWords } from '#platform/day.ts'
import type { Drawn } from '#platform/typst.ts'
import { qrDrawing } from '#platform/qr.ts'
import type { PlannedEngagement } from '../planned-engagement.ts'

/** What a poster is made of. */
export type Announced = {
  readonly force: Force
  readonly team: Team
  readonly planned: PlannedEngagement
  /** The coming dates of its series, where the poster is to list them all. */
  readonly dates: readonly PlannedEngagement[]
  /** That of the force's pages, which white text stands on. */
  readonly colour: string
  /** Where the public reads of it; of a series, where they read of all dates. */
  readonly address: string
  /** The address somebody could type. */
  readonly shortAddress: string
}

/** A poster for a notice board: nobody's name, what changed said first, and where the newest word is. */
export function posterOf(announced: Announced): Drawn {
  const { force, team, planned, dates, colour, address, shortAddress } = announced
  const isOff = planned.state === 'cancelled' && dates.length === 0
  return {
    title: planned.title,
    colour,
    force: force.name,
    team: `${team.name} neighbourhood policing team`,
    invitation: isOff ? 'We meant to be here' : 'Come and talk to us',
    change: dates.length > 0 ? null : changeOf(planned),
    facts: factsOf(planned, dates.length > 0),
    datesName: 'Dates',
    dates: dates.slice(0, mostDates).map((date) => ({ when: dateLine(date, planned), change: changeWord(date) })),
    qr: qrDrawing(address),
    qrWidth: 50,
    qrSaid: `QR code of ${address}`,
    scan: 'Scan for more, and to see if anything has changed.',
    address,
    shortAddress,
    emergency,
  }
}

const emergency = 'This is not for emergencies: call 999 in an emergency, 101 otherwise.'

/** More would be too small to read from a step away. */
const mostDates = 16

function factsOf({ heldOn, begins, ends, place, accessibility, howToAsk }: PlannedEngagement, hasDates: boolean) {
  const day = `${weekdayInWords(heldOn)} ${inWords(heldOn)}`
  const time = `${begins} to ${ends}`
  return [
    { name: 'When', words: hasDates ? `${time}, on the dates below` : `${day}\n${time}`, large: true },
    { name: 'Where', words: place, large: true },
    { name: 'Getting in', words: accessibility || 'Please ask us about access before you come.', large: false },
    {
      name: 'To ask about it',
      words: howToAsk ?? 'Call 101 and ask for the neighbourhood policing team.',
      large: false,
    },
  ]
}

/** A day, and what of it differs from what is said once for all. */
function dateLine(date: PlannedEngagement, usual: PlannedEngagement): string {
  const isUsualTime = date.begins === usual.begins && date.ends === usual.ends
  const parts = [
    `${weekdayInWords(date.heldOn)} ${inWords(date.heldOn)}`,
    ...(isUsualTime ? [] : [`${date.begins} to ${date.ends}`]),
    ...(date.place === usual.place ? [] : [date.place]),
  ]
  return parts.join(', ')
}

function changeOf(planned: PlannedEngagement) {
  const why = planned.reason ?? ''
  if (planned.state === 'cancelled') return { said: 'CANCELLED.', why }
  return planned.moved ? { said: 'MOVED: below are the new time and place.', why } : null
}

function changeWord({ state, moved }: PlannedEngagement): string {
  if (state === 'cancelled') return 'Cancelled'
  return moved ? 'Moved' : ''
}
