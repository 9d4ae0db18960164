import { z } from 'zod'
import type { FormValues } from '#platform/form.ts'
import { Refusal } from '#platform/refusal.ts'

/** A box of degrees, west before east. */
export type AskedBox = readonly [west: number, south: number, east: number, north: number]

/** Which features are asked for: a page of those within a box and a span of time; null bounds are open. */
export type ItemsAsked = {
  readonly limit: number
  readonly offset: number
  readonly bbox: AskedBox | null
  readonly from: Date | null
  readonly to: Date | null
}

/** The most features on one page. */
export const mostItems = 1_000

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const asked = z.strictObject({
  limit: whole
    .refine((n) => n >= 1)
    .transform((n) => Math.min(n, mostItems))
    .default(100),
  offset: whole.default(0),
  bbox: z.string().optional(),
  datetime: z.string().optional(),
})

/**
 * What a query asks for (OGC 17-069r4, 7.15). Throws a Refusal (400) for a parameter that there is not, or a value that is
 * not what the parameter takes.
 */
export function readItemsAsked(query: FormValues): ItemsAsked {
  const read = asked.safeParse(query)
  if (!read.success) throw refused(read.error)
  const { limit, offset, bbox, datetime } = read.data
  return { limit, offset, bbox: bbox === undefined ? null : boxOf(bbox), ...spanOf(datetime) }
}

function refused({ issues }: z.ZodError): Refusal {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') return new Refusal(`There is no parameter “${issue.keys[0]}”.`, 400)
  return new Refusal(`The parameter “${String(issue?.path[0])}” cannot be read.`, 400)
}

/** Four numbers, or six of which the heights are not looked at. */
function boxOf(text: string): AskedBox {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index] ?? 0) : numbers
  const isRight = [4, 6].includes(numbers.length) && numbers.every(Number.isFinite)
  if (!isRight || south > north || Math.max(Math.abs(south), Math.abs(north)) > 90 || west > east)
    throw new Refusal('“bbox” takes four numbers: west, south, east and north, in degrees, the smaller first.', 400)
  return [west, south, east, north]
}

/** An instant, a day, or an interval of them with `..` for an open end. */
function spanOf(text: string | undefined): Pick<ItemsAsked, 'from' | 'to'> {
  if (text === undefined) return { from: null, to: null }
  const [first = '', last = first, ...more] = text.split('/')
  const [from, to] = [boundOf(first, '00:00:00Z'), boundOf(last, '23:59:59.999Z')]
  if (more.length > 0 || (!text.includes('/') && from === null) || (from && to && from > to))
    throw new Refusal('“datetime” takes an instant, a day or an interval, as 2026-03-01/2026-03-31.', 400)
  return { from, to }
}

const instant = z.iso.datetime({ offset: true })

function boundOf(text: string, time: string): Date | null {
  if (text === '' || text === '..') return null
  const written = z.iso.date().safeParse(text).success ? `${text}T${time}` : text
  if (!instant.safeParse(written.toUpperCase()).success)
    throw new Refusal('“datetime” takes an instant, a day or an interval, as 2026-03-01/2026-03-31.', 400)
  return new Date(written)
}
