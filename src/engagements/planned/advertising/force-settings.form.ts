import { z } from 'zod'
import { readForm, text, wholeNumber, type FormValues } from '#platform/form.ts'
import type { Read } from '../plan-engagement.form.ts'
import { channels, type AdvertisingRule } from '../planned-engagement.ts'

const days = 'Enter a whole number of days from 0 to 90'
const most = channels.length
const number = `Enter a whole number of channels from 1 to ${most}`
const ruleForm = z.object({
  days: wholeNumber({ missing: days, wrong: days, min: 0, max: 90 }),
  channels: wholeNumber({ missing: number, wrong: number, min: 1, max: most }),
})

/** From when a force counts an engagement as advertised, or every mistake in it. */
export function readAdvertisingRule(form: FormValues): Read<AdvertisingRule> {
  const read = readForm(ruleForm, form)
  return read.ok ? { ok: true, value: read.value } : { ok: false, errors: read.errors }
}

const criteriaForm = z.object({ questions: text({ missing: 'Enter at least one question', max: 4000 }) })

/** A force's questions, one on a line, each once, or what is wrong with them. */
export function readCriteria(form: FormValues): Read<readonly string[]> {
  const read = readForm(criteriaForm, form)
  if (!read.ok) return { ok: false, errors: read.errors }
  const lines = read.value.questions.split('\n').map((line) => line.trim())
  const questions = [...new Set(lines.filter((line) => line !== ''))]
  if (questions.length > 12) return { ok: false, errors: { questions: 'Ask no more than 12 questions' } }
  if (questions.some((one) => one.length > 150))
    return { ok: false, errors: { questions: 'Use 150 characters or fewer for a question' } }
  return { ok: true, value: questions }
}
