import { createHash } from 'node:crypto'
import { z } from 'zod'
import { clockAt } from '#engagements/planned/planned-engagement.ts'
import { dayAt } from '#platform/day.ts'
import type { FieldErrors, FormValues } from '#platform/form.ts'

/** An engagement or a contact as a phone recorded it, perhaps days before it had signal. */
export type PhoneRecord = {
  /** Chosen by the phone, or the plan's: the same record sent again is kept once. */
  readonly id: string
  readonly team: string
  /** By the phone's own clock, in milliseconds since 1970. */
  readonly madeAt: number
  /** What the desk's form would send. */
  readonly fields: FormValues
}

/**
 * What became of one record; `shown` is what was kept of the engagement where somebody else told it first, and `forget` asks
 * the phone to let go of the words.
 */
export type RecordAnswer =
  | { readonly id: string; readonly state: 'kept' | 'try again' }
  | { readonly id: string; readonly state: 'kept before'; readonly reason?: string; readonly shown?: KeptFigures }
  | {
      readonly id: string
      readonly state: 'refused'
      readonly reason: string
      readonly fields?: FieldErrors
      readonly forget?: true
    }

export type KeptFigures = {
  readonly title: string
  readonly place: string
  readonly heldOn: string
  readonly reached: number | null
  readonly spokeWith: number | null
  readonly raisedAConcern: number | null
}

/** The most records that are taken at once. */
export const mostRecords = 25

const record = z.object({
  id: z.uuid().toLowerCase(),
  team: z.string().max(200),
  madeAt: z.number().min(0).max(8.64e15),
  fields: z.record(z.string().max(50), z.union([z.string().max(5_000), z.array(z.string().max(5_000)).max(50)])),
})

/** What a phone sends: for whom it speaks, what its clock shows, and its records in the order they were made. */
export const sending = z.object({
  person: z.uuid(),
  phoneClock: z.number().min(0).max(8.64e15),
  records: z.array(z.unknown()).min(1).max(mostRecords),
})

/** One record of a sending, or null where it has not the shape of one. */
export const readRecord = (sent: unknown): PhoneRecord | null => record.safeParse(sent).data ?? null

/** Which record of a sending this was, as far as it says; empty where it does not. */
export function idSent(sent: unknown): string {
  const id: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'id') : undefined
  return typeof id === 'string' ? id : ''
}

const tolerated = 10 * 60_000

type Clocks = { readonly phoneClock: number; readonly now: Date; readonly timeZone: string }

/**
 * A record's fields with its day and time set right where the phone took them from its own clock and that clock is more than
 * ten minutes out. What somebody typed stays as typed, and no clock can date a record after the moment it arrived.
 */
export function setRight({ fields, madeAt }: PhoneRecord, { phoneClock, now, timeZone }: Clocks): FormValues {
  if (fields['dated'] !== 'by the clock') return fields
  const isOut = Math.abs(now.getTime() - phoneClock) > tolerated
  const at = new Date(Math.min(madeAt + (isOut ? now.getTime() - phoneClock : 0), now.getTime()))
  return { ...fields, heldOn: dayAt(at, timeZone), beganAt: clockAt(at, timeZone) }
}

/** Tells two records of one engagement apart; neither the order of fields nor the moment of sending changes it. */
export function hashOfRecord({ team, fields, madeAt }: PhoneRecord): Buffer {
  const inOrder = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([team, madeAt, inOrder]))
    .digest()
}
