import { z } from 'zod'

/** Hours as people write them, whole or in parts (`2`, `1.5`, `1,5`), that may be left out, then null. */
export const optionalHours = (most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.trim() : ''),
    z.string().transform((given, context) => {
      if (given === '') return null
      const hours = /^\d{1,4}([.,]\d{1,2})?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN
      if (hours >= 0 && hours <= most) return hours
      context.addIssue({ code: 'custom', message: 'Enter hours such as 2 or 1.5' })
      return z.NEVER
    }),
  )
