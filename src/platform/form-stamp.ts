import { createHmac, timingSafeEqual } from 'node:crypto'
import { typed, type FormValues } from '#platform/form.ts'

/** Which form was given out, for what, and when. */
export type Given = { readonly formId: string; readonly about: string; readonly at: Date }

/** Nobody reads a few questions and answers them in less. */
export const leastSeconds = 3
/** A page left open for longer is shown again with all that was typed. */
export const mostHours = 24

/** A field that people do not see and programs fill in. */
export const trap = 'website'

/**
 * Why a form that needs no account is taken for a program's doing, in words for the person who may have sent it; null where
 * it is not.
 */
export function stampedFault(secret: Uint8Array, form: FormValues, given: Omit<Given, 'at'>, now: Date): string | null {
  if (typed(form, trap) === '') return stampFault(secret, typed(form, 'stamp'), given, now)
  return 'A field that should stay empty was filled in, perhaps by your browser. It is empty again: send the form once more'
}

/** A signed note of when a form was given out, in place of a cookie: `1796124000000.Kx…`. */
export const stampOf = (secret: Uint8Array, given: Given): string =>
  `${given.at.getTime()}.${sealOf(secret, given).toString('base64url')}`

/** The stamp to give with a form that is shown again: the one it came with, unless that is forged or too old. */
export function stampAgain(secret: Uint8Array, stamp: string, given: Given): string {
  const at = givenOutAt(secret, stamp, given)
  const isGood = at !== null && given.at.getTime() - at.getTime() <= mostHours * 3_600_000
  return isGood ? stamp : stampOf(secret, given)
}

function stampFault(secret: Uint8Array, stamp: string, given: Omit<Given, 'at'>, now: Date): string | null {
  const at = givenOutAt(secret, stamp, given)
  if (at === null) return 'This form did not arrive whole. Look over your answers, then send it again'
  const seconds = (now.getTime() - at.getTime()) / 1000
  if (seconds < leastSeconds) return 'That was very quick. Look over your answers, then send it again'
  return seconds > mostHours * 3600 ? 'This page was open for a long time. Send your answers again' : null
}

/** When a form was given out, or null where its stamp is not ours. */
function givenOutAt(secret: Uint8Array, stamp: string, given: Omit<Given, 'at'>): Date | null {
  const [time = '', seal = ''] = stamp.split('.')
  const at = new Date(/^\d{1,15}$/.test(time) ? Number(time) : Number.NaN)
  if (Number.isNaN(at.getTime())) return null
  return isSame(Buffer.from(seal, 'base64url'), sealOf(secret, { ...given, at })) ? at : null
}

const sealOf = (secret: Uint8Array, { formId, about, at }: Given): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify([formId, about, at.getTime()]))
    .digest()

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
