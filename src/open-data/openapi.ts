import { z } from 'zod'
import { contractShape } from '#contracts/contract-json.ts'
import { frameworkSchema } from '#frameworks/framework.ts'
import { worstFirst } from '#standings/standing.ts'

const span = z.object({ from: z.iso.date(), to: z.iso.date() })
const word = z.enum(worstFirst as [string, ...string[]])
const number = z.number().nullable()

const obligation = z.object({
  subject: z.string(),
  subjectId: z.string().nullable(),
  standing: word,
  value: number,
  nextDue: z.iso.date().nullable(),
  reason: z.string(),
  period: span.nullable(),
})

const figures = {
  measure: z.string().nullable(),
  explanation: z.string(),
  standing: word,
  value: number,
  unit: z.string().nullable(),
  target: number,
  numerator: number,
  denominator: number,
  period: span.nullable(),
  nextDue: z.iso.date().nullable(),
  reason: z.string(),
  gaps: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), days: z.number() })),
  evidence: z.array(z.number()).describe('Numbers of the ledger’s entries that the figure rests on'),
  obligations: z.array(obligation),
}

const measure = z.object({ id: z.string(), title: z.string(), ...figures })
const promise = z.object({ ref: z.string(), text: z.string(), ...figures })

const standing = z.object({
  contract: z.string(),
  framework: z.string(),
  period: span,
  asAt: z.iso.date(),
  counts: z.record(word, z.number()),
  standards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      standing: word.nullable(),
      measures: z.array(measure),
      commitments: z.array(promise.extend({ alsoUnder: z.array(z.string()) })),
    }),
  ),
  serviceStandards: z.array(measure),
  duties: z.array(promise),
})

const force = z.object({ id: z.string(), name: z.string(), timeZone: z.string() })
const team = z.object({
  id: z.string(),
  name: z.string(),
  neighbourhoods: z.array(z.object({ id: z.string(), name: z.string() })),
  contracts: z.array(z.object({ year: z.number(), framework: z.string(), period: span })),
})
const problem = z.object({ error: z.object({ status: z.number(), message: z.string() }) })

/** The shape of every answer, by its name in the description; a test holds the answers to them. */
export const answerShapes = {
  Force: force,
  Team: team,
  Contract: contractShape,
  Standing: standing,
  Framework: frameworkSchema,
  Problem: problem,
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' })
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const asAt = {
  name: 'as_at',
  in: 'query',
  required: false,
  description: 'The day asked about; today, or the day after the contract ended, unless said',
  schema: { type: 'string', format: 'date' },
}

const answers = (schema: string, list = false) => {
  const one = { $ref: `#/components/schemas/${schema}` }
  const trouble = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
  return {
    200: {
      description: 'Found',
      content: { 'application/json': { schema: list ? { type: 'array', items: one } : one } },
    },
    400: { description: 'The question cannot be read', ...trouble },
    404: { description: 'No such thing', ...trouble },
  }
}

const operation = (id: string, summary: string, parameters: readonly object[], responses: object) => ({
  get: { operationId: id, summary, parameters, responses },
})

let described: ReturnType<typeof describe> | undefined

/** The public interface in OpenAPI 3.1, described when somebody first asks. */
export const openApi = () => (described ??= describe())

const describe = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Frankpledge',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description: 'What neighbourhood policing teams promised and how each promise stands, for any day.',
  },
  servers: [{ url: '/api/v1' }],
  paths: {
    '/forces': operation('forces', 'Every force', [], answers('Force', true)),
    '/forces/{force}/teams': operation('teams', 'A force’s teams', [inPath('force')], answers('Team', true)),
    '/forces/{force}/teams/{team}/contracts/{year}': operation(
      'contract',
      'A team’s contract',
      [inPath('force'), inPath('team'), inPath('year')],
      answers('Contract'),
    ),
    '/forces/{force}/teams/{team}/contracts/{year}/standing': operation(
      'standing',
      'How each promise stands as at a day',
      [inPath('force'), inPath('team'), inPath('year'), asAt],
      answers('Standing'),
    ),
    '/frameworks/{id}': operation(
      'framework',
      'A framework of standards and measures',
      [inPath('id')],
      answers('Framework'),
    ),
  },
  components: {
    schemas: Object.fromEntries(Object.entries(answerShapes).map(([name, shape]) => [name, schemaOf(shape)])),
  },
})
