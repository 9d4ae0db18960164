import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { contractFileSchema, type ContractFile } from '#contracts/commitment.ts'
import type { Framework } from '#frameworks/framework.ts'
import { readFramework } from '#frameworks/load-framework.ts'
import { kinds } from '#measures/kinds.ts'
import { parseDay, type Day } from '#platform/day.ts'
import { storySchema, type Story } from './story.ts'

const asDay = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed !== null) return parsed
  context.addIssue(`${text} is not a day`)
  return z.NEVER
})

const neighbourhood = z.strictObject({ id: z.string(), name: z.string() })
const team = z.strictObject({
  id: z.string(),
  name: z.string(),
  schoolCouncil: z.string().nullable(),
  neighbourhoods: z.array(z.string()),
})
const force = z.strictObject({
  id: z.string(),
  name: z.string(),
  neighbourhoods: z.array(neighbourhood),
  teams: z.array(team),
})
const subject = z.strictObject({
  id: z.string(),
  force: z.string(),
  team: z.string().nullable(),
  kind: z.string(),
  label: z.string(),
  from: asDay,
  until: asDay.nullable(),
})
const holiday = z.strictObject({ date: asDay, title: z.string() })
const halfTerm = z.strictObject({ council: z.string(), name: z.string(), from: asDay, to: asDay })

const schoolFacts = z.strictObject({ urn: z.number().int(), town: z.string(), postcode: z.string() })

export type SchoolFacts = z.infer<typeof schoolFacts>
export type ForceFile = z.infer<typeof force>
export type SubjectFile = z.infer<typeof subject>
export type HalfTerm = z.infer<typeof halfTerm>

/** All that the demonstration is made of, as its files say. */
export type DemonstrationFiles = {
  readonly forces: readonly ForceFile[]
  readonly subjects: readonly SubjectFile[]
  /** Where schools are, as the national register says it. */
  readonly schools: readonly SchoolFacts[]
  readonly bankHolidays: readonly z.infer<typeof holiday>[]
  readonly halfTerms: readonly HalfTerm[]
  readonly frameworks: readonly Framework[]
  readonly contractOf: (name: string) => Promise<ContractFile>
  readonly storyOf: (name: string) => Promise<Story>
}

/** Reads the demonstration from the folder the program lies in. Throws where a file does not say what it should. */
export async function readDemonstration(root: string): Promise<DemonstrationFiles> {
  const read = async <T>(schema: z.ZodType<T>, ...path: string[]) =>
    schema.parse(JSON.parse(await readFile(join(root, ...path), 'utf8')))
  return {
    forces: await read(z.array(force), 'demonstration', 'forces.json'),
    subjects: await read(z.array(subject), 'demonstration', 'subjects.json'),
    schools: await read(z.array(schoolFacts), 'demonstration', 'schools.json'),
    bankHolidays: await read(z.array(holiday), 'calendars', 'england-and-wales-bank-holidays.json'),
    halfTerms: await read(z.array(halfTerm), 'calendars', 'school-terms.json'),
    frameworks: await Promise.all(['dorset-2019', 'devon-and-cornwall-2017'].map((id) => frameworkIn(root, id))),
    contractOf: (name) => read(contractFileSchema, 'demonstration', `${name}.contract.json`),
    storyOf: (name) => read(storySchema, 'demonstration', `evidence-${name}.json`),
  }
}

async function frameworkIn(root: string, id: string): Promise<Framework> {
  const result = readFramework(await readFile(join(root, 'frameworks', `${id}.json`), 'utf8'), kinds)
  if (result.ok) return result.framework
  const faults = result.faults.map(({ line, words }) => `line ${line}: ${words}`).join('; ')
  throw new Error(`the framework ${id} cannot be read: ${faults}`)
}
