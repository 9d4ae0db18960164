import { z } from 'zod'
import { secret, text } from '#platform/form.ts'

export const signInForm = z.object({
  email: text({ missing: 'Enter your e-mail address', max: 254 }),
  password: secret('Enter your password'),
})
