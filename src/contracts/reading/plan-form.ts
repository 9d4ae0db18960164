import type { Day } from '#platform/day.ts'
import { dayWritten } from './day-words.ts'
import type { Block } from './block.ts'
import { columnsOf, foldedRow, linesOf, type Columns } from './form-table.ts'
import { headingOf, keyOf, partOf, type Heading } from './form-headings.ts'
import type { StandardToMatch } from './match-standard.ts'

/** A block under a heading; a row comes with what its columns hold. */
export type FormBlock = Exclude<Block, { kind: 'row' }> | { kind: 'row'; cells: readonly string[]; columns: Columns }

/** What stands under one heading of the form. */
export type Section = {
  readonly part: 1 | 2 | 3
  readonly heading: Heading
  readonly blocks: readonly FormBlock[]
}

/** A plan form taken apart. `unread` is what stood before its first part and is neither title nor field. */
export type PlanForm = {
  readonly team: string | null
  readonly completedOn: Day | null
  readonly sections: readonly Section[]
  readonly unread: readonly string[]
}

/**
 * The three parts of a plan form from a document's blocks, or null where it is no plan form: self evaluation, plan by
 * standards, good practice and requests.
 */
export function planFormOf(blocks: readonly Block[], standards: readonly StandardToMatch[]): PlanForm | null {
  const planFollows = blocks.some((block) => block.kind !== 'row' && partOf(block, 1)?.part === 2)
  const form = new Form(standards, planFollows)
  blocks.forEach((block, index) => form.take(block, blocks[index + 1]))
  return form.done()
}

/** The form as it is read from top to bottom. */
class Form {
  readonly #standards: readonly StandardToMatch[]
  readonly #planFollows: boolean
  readonly #sections: { part: 1 | 2 | 3; heading: Heading; blocks: FormBlock[] }[] = []
  readonly #before: string[] = []
  #part: 0 | 1 | 2 | 3 = 0
  #columns: Columns | null = null
  #awaits: 'team' | 'completedOn' | null = null
  #team: string | null = null
  #completedOn: Day | null = null

  constructor(standards: readonly StandardToMatch[], planFollows: boolean) {
    this.#standards = standards
    this.#planFollows = planFollows
  }

  take(block: Block, next: Block | undefined): void {
    if (block.kind === 'row') return this.#row(block.cells)
    this.#columns = null
    if (this.#field(block.text)) return
    const part = partOf(block, this.#part)
    if (part) return this.#open(part.part, { text: part.title, standards: [], level: 0, about: 'part' })
    const heading = headingOf(block, next, this.#part, this.#level(), this.#standards, this.#planFollows)
    if (heading) return this.#head(heading)
    this.#put(block)
  }

  done(): PlanForm | null {
    const plan = this.#sections.filter((section) => section.part === 2)
    const known = this.#sections.filter(
      (section) => section.heading.about !== 'other' && section.heading.about !== 'part',
    )
    if (plan.length === 0 || (known.length < 2 && this.#sections.filter((s) => s.heading.about === 'part').length < 2))
      return null
    const titles = this.#before.filter((text) => isTitle(text))
    const unread = this.#before.filter((text) => !isTitle(text))
    return { team: this.#team ?? teamIn(titles), completedOn: this.#completedOn, sections: this.#sections, unread }
  }

  #level(): number {
    return this.#sections.findLast((section) => section.heading.level > 0)?.heading.level ?? 2
  }

  #open(part: 1 | 2 | 3, heading: Heading): void {
    this.#part = part
    this.#sections.push({ part, heading, blocks: [] })
  }

  #head(heading: Heading): void {
    const current = this.#sections.at(-1)
    const isWithin =
      heading.about === 'other' && current && current.heading.level > 0 && heading.level > current.heading.level
    if (isWithin) return void current.blocks.push({ kind: 'heading', level: heading.level, text: heading.text })
    const part = { standard: 2, selfEvaluation: 1, goodPractice: 3, toolRequests: 3 } as const
    const own = heading.about in part ? part[heading.about as keyof typeof part] : null
    if (own === null && this.#part === 0) return void this.#before.push(heading.text)
    this.#open(own ?? (this.#part === 0 ? 1 : this.#part), heading)
  }

  #put(block: FormBlock): void {
    const section = this.#sections.at(-1)
    if (section) section.blocks.push(block)
    else this.#before.push(block.kind === 'row' ? block.cells.join(' ') : block.text)
  }

  #field(text: string): boolean {
    const key = keyOf(text)
    if (this.#awaits && key === null) {
      const waited = this.#awaits
      this.#awaits = null
      if (this.#keep(waited, text)) return true
    }
    if (key === null || this.#part > 1) return false
    if (key.value === '') this.#awaits = key.field
    else if (!this.#keep(key.field, key.value)) return false
    return true
  }

  #keep(field: 'team' | 'completedOn', value: string): boolean {
    if (field === 'team' && this.#team === null) this.#team = value.replace(/[.;,]$/, '')
    else if (field === 'completedOn' && this.#completedOn === null) this.#completedOn = dayWritten(value)
    else return false
    return field === 'team' || this.#completedOn !== null
  }

  #row(cells: readonly string[]): void {
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 2 && this.#field(`${filled[0]?.replace(/:$/, '')}: ${filled[1]}`)) return
    const header = this.#part === 0 ? null : columnsOf(cells)
    if (header) {
      this.#columns = header
      return
    }
    if (this.#columns && this.#columns.length >= cells.length && this.#columns.includes('promise'))
      return this.#promise(cells, this.#columns)
    const columns = this.#columns
    foldedRow(cells, this.#part, this.#standards, this.#planFollows).forEach((block, index, all) => {
      if (block.kind !== 'row') this.take(block, all[index + 1])
      else
        this.#put({
          kind: 'row',
          cells: block.cells,
          columns: block.cells.map((_, n) => (n === 0 ? 'promise' : 'other')),
        })
    })
    this.#columns = columns
  }

  #promise(cells: readonly string[], columns: Columns): void {
    const title = (cells[columns.indexOf('standard')] ?? '').replaceAll('\n', ' ')
    if (title !== '') {
      const block: Block = { kind: 'heading', level: 3, text: title }
      const heading = headingOf(block, undefined, 2, 3, this.#standards, true)
      if (heading) this.#head({ ...heading, level: 2 })
    }
    const others = columns.map((column, n) => (column === 'standard' || column === 'promise' ? '' : (cells[n] ?? '')))
    for (const block of linesOf(cells[columns.indexOf('promise')] ?? '')) {
      if (others.every((cell) => cell === '')) this.#put(block)
      else
        this.#put({
          kind: 'row',
          cells: others.map((cell, n) => (columns[n] === 'promise' ? block.text : cell)),
          columns,
        })
    }
  }
}

/** Lines before the first part that name the document rather than say something. */
const isTitle = (text: string) => text.split(' ').length <= 20 && !/[.!;]$/.test(text) && !/\b(?:will|we)\b/i.test(text)

function teamIn(titles: readonly string[]): string | null {
  return (
    titles.find(
      (title) =>
        /\b(?:policing team|NPT|neighbourhood team|section|department)\b/i.test(title) &&
        !/contract|report/i.test(title),
    ) ?? null
  )
}
