import { typed, type FormValues } from '#platform/form.ts'

/** It becomes part of evidence, so it is of words without odd signs. */
const plainWords = /^[\w .,;=/’'-]{1,60}$/

/** A scale as it is typed, one word on a line and the best first, with its fault; nothing stands on it twice. */
export function scaleTyped(form: FormValues, name: string, most: number) {
  const lines = typed(form, name).split('\n')
  const scale = [...new Set(lines.map((line) => line.trim().toLowerCase()).filter((line) => line !== ''))]
  return { scale, fault: faultOf(scale, most) }
}

function faultOf(scale: readonly string[], most: number): string | null {
  if (scale.length < 2 || scale.length > most) return `Enter from 2 to ${most}, one on a line`
  return scale.every((each) => plainWords.test(each)) ? null : 'Use short words without odd signs'
}
