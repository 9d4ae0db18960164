import type { Neighbourhood } from '#areas/area.ts'
import { footfallFaults } from '#engagements/engagement.ts'
import { mostMonths } from '#engagements/planned/repeat/repeat.ts'
import { clipped, type Read } from '#evidence-import/cells.ts'
import { fault, type Fault } from '#evidence-import/fault.ts'
import { addDays, addMonths, inWords, type Day } from '#platform/day.ts'
import { foldWords } from '#platform/fold.ts'
import { readCommunities, readCount, readMethod, readTimes, readTypedDay, readWords } from './cells.ts'
import type { Field, Headed, Mapping } from './calendar-columns.ts'
import { columnLetters } from './calendar-sheets.ts'
import { identityOf } from '#platform/identity.ts'
import { unmarked, type ToldEngagement } from './told-engagement.ts'
import { toldLocation } from './told-location.ts'

/** Whose calendar it is, and the day and time it is there. */
export type CalendarSetting = {
  readonly teamId: string
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly today: Day
  /** `14:30` by the clocks of the force. */
  readonly time: string
}

export type CalendarRow =
  | { readonly becomes: 'planned'; readonly told: ToldEngagement & { readonly begins: string } }
  | { readonly becomes: 'held'; readonly told: ToldEngagement }

/** Reads the cells of one row by what their columns mean; what is wrong is told by the cell, as `B5 Date`. */
export class CalendarRowReader {
  readonly #line: number
  readonly #cells: readonly string[]
  readonly #headings: readonly string[]
  readonly #mapping: Mapping
  readonly #setting: CalendarSetting
  readonly #faults: Fault[] = []

  constructor(line: number, cells: readonly string[], sheet: Headed, mapping: Mapping, setting: CalendarSetting) {
    this.#line = line
    this.#cells = cells
    this.#headings = sheet.headings
    this.#mapping = mapping
    this.#setting = setting
  }

  read(): CalendarRow | { readonly faults: readonly Fault[] } {
    const { teamId } = this.#setting
    const title = this.#take('title', (cell) => readWords(cell, 'is empty: say what it is')) ?? ''
    const place = this.#take('place', (cell) => readWords(cell, 'is empty: say where it is')) ?? ''
    const method = this.#take('method', (cell) => readMethod(cell, this.#mapping.otherwise))
    const day = this.#take('day', readTypedDay)
    const { begins, ends } = this.#times()
    const rest = { ...this.#where(), ...this.#howMany(), ...(day ? this.#becomes(day, begins) : { becomes: null }) }
    const { becomes, ...told } = rest
    if (this.#faults.length > 0 || !method || !day || !becomes) return { faults: this.#faults }
    const id = identityOf('calendar', teamId, day, begins ?? '', foldWords(title), foldWords(place))
    const whole = { ...told, line: this.#line, id, teamId, title, place, method, day, ends, marks: unmarked }
    const unadvertised = { ...whole, advertised: false, daysAdvertised: null }
    if (becomes === 'held' || begins === null) return { becomes: 'held', told: { ...unadvertised, begins } }
    return { becomes, told: { ...unadvertised, begins } }
  }

  #times(): { begins: string | null; ends: string | null } {
    const began = this.#given('begins', readTimes)
    const ended = this.#given('ends', readTimes)
    const [begins, ends] = [began?.begins ?? null, ended?.begins ?? began?.ends ?? null]
    if (begins !== null && ends !== null && ends <= begins)
      this.#fault(ended ? 'ends' : 'begins', `it ends at ${ends}, before it begins at ${begins}`)
    return { begins, ends }
  }

  /** What lies ahead is planned, and needs a time; what is over was held. */
  #becomes(day: Day, begins: string | null): { becomes: CalendarRow['becomes'] | null } {
    const { today, time } = this.#setting
    if (day > addMonths(today, mostMonths)) this.#fault('day', `${inWords(day)} is more than three years ahead`)
    if (day < addDays(today, -36_525)) this.#fault('day', `${inWords(day)} is more than a hundred years ago`)
    if (day < today) return { becomes: 'held' }
    if (begins === null) {
      this.#fault('begins', 'is empty: what is planned needs a time')
      return { becomes: null }
    }
    return { becomes: day === today && begins <= time ? 'held' : 'planned' }
  }

  #where() {
    const { teamId, neighbourhoods } = this.#setting
    const read = toldLocation({
      latitude: this.#cell('latitude'),
      longitude: this.#cell('longitude'),
      easting: this.#cell('easting'),
      northing: this.#cell('northing'),
      grid_reference: this.#cell('grid_reference'),
    })
    if ('words' in read) this.#fault(read.column, read.words)
    const neighbourhoodId = this.#given('neighbourhood', (cell): Read<string> => {
      const own = neighbourhoods.find(({ id, name }) => id === cell || foldWords(name) === foldWords(cell))
      return own ? { value: own.id } : { words: `“${clipped(cell)}” is not a neighbourhood of ${teamId}` }
    })
    const communities = this.#given('communities', readCommunities) ?? []
    return { location: 'value' in read ? read.value : null, neighbourhoodId, communities }
  }

  #howMany() {
    const tiers = {
      reached: this.#given('reached', readCount),
      spokeWith: this.#given('spokeWith', readCount),
      raisedAConcern: this.#given('raisedAConcern', readCount),
    }
    const wrong = footfallFaults(tiers)
    if (wrong.spokeWith) this.#fault('spokeWith', wrong.spokeWith)
    if (wrong.raisedAConcern) this.#fault('raisedAConcern', wrong.raisedAConcern)
    return tiers
  }

  #cell(field: Field): string {
    return this.#cells[this.#mapping.columns.indexOf(field)] ?? ''
  }

  #take<T>(field: Field, read: (cell: string) => Read<T>): T | null {
    const found = read(this.#cell(field))
    if ('value' in found) return found.value
    this.#fault(field, found.words)
    return null
  }

  #given<T>(field: Field, read: (cell: string) => Read<T>): T | null {
    return this.#cell(field) === '' ? null : this.#take(field, read)
  }

  #fault(field: Field, words: string): void {
    const column = this.#mapping.columns.indexOf(field)
    const cell = column < 0 ? 'no column' : `${columnLetters(column)}${this.#line} ${this.#headings[column] ?? ''}`
    this.#faults.push(fault(this.#line, words, cell.trim()))
  }
}
