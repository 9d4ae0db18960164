import { z } from 'zod'
import { readForm, text, type FormValues } from '#platform/form.ts'

const reachText = (missing: string) => text({ missing, max: 3_000 })
const reachForm = z.object({
  identifying: reachText('Say whom you find harder to reach, and how you know'),
  channels: reachText('Say by which channels you try'),
  blockers: reachText('Say what stands in the way'),
  goodPractice: reachText('Say what works'),
})

/** What a team tells of communities that are harder to reach. */
export const readReach = (form: FormValues) => readForm(reachForm, form)
