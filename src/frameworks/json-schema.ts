import { z } from 'zod'
import { frameworkSchema } from './framework.ts'

/** The JSON Schema of framework files, as text ready to be kept as frameworks/schema.json. */
export const frameworkJsonSchema = (): string => {
  const schema = z.toJSONSchema(frameworkSchema, { io: 'input', reused: 'ref', target: 'draft-2020-12' })
  return `${JSON.stringify({ ...schema, title: 'Frankpledge framework' }, null, 2)}\n`
}
