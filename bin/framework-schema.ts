import { writeFileSync } from 'node:fs'
import { frameworkJsonSchema } from '#frameworks/json-schema.ts'

// Editors check a framework file as it is typed against this schema; run again whenever the measure language changes.
writeFileSync(new URL('../frameworks/schema.json', import.meta.url), frameworkJsonSchema())
