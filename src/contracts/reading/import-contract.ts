import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Framework } from '#frameworks/framework.ts'
import { readFramework } from '#frameworks/load-framework.ts'
import { kinds } from '#measures/kinds.ts'
import { inWords } from '#platform/day.ts'
import { everyInWords } from '#measures/recurrence.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CommitmentGuess } from './commitments.ts'
import { readContract, type ReadContract } from './read-contract.ts'

/** Arguments that the command cannot be run with. */
export class UsageError extends Error {
  constructor(words: string) {
    super(words)
    this.name = 'UsageError'
  }
}

const folder = new URL('../../../frameworks/', import.meta.url)

/**
 * What `frankpledge import-contract` prints: the contract a document holds, as JSON or to be read. It keeps nothing and
 * needs no database. Throws a `UsageError` on wrong arguments and a `Refusal` on a document that cannot be read.
 */
export async function importContract(args: readonly string[]): Promise<string> {
  const { file, force, framework, json } = argumentsOf(args)
  const asked = await frameworksOf(force, framework)
  const bytes = await bytesOf(file)
  const contract = await readUnder(asked, bytes, basename(file))
  return json ? JSON.stringify(contract, null, 2) : summaryOf(contract)
}

function argumentsOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      force: { type: 'string' },
      team: { type: 'string' },
      framework: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...others] = positionals
  if (file === undefined) throw new UsageError('Which file shall be read?')
  if (others.length > 0) throw new UsageError(`One file at a time: “${others.join(' ')}” is more.`)
  if (values.force === undefined) throw new UsageError('Which force is the contract of? Say so with --force.')
  return { file, force: values.force, framework: values.framework, json: values.json }
}

async function frameworksOf(force: string, id: string | undefined): Promise<Framework[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'schema.json').sort()
  const read = await Promise.all(
    names.map(async (name) => readFramework(await readFile(new URL(name, folder), 'utf8'), kinds)),
  )
  const found = read.flatMap((each) => (each.ok && each.framework.force === force ? [each.framework] : []))
  const asked = id === undefined ? found : found.filter((each) => each.id === id)
  if (asked.length > 0) return asked
  throw new Refusal(
    id === undefined
      ? `There is no framework of a force “${force}”.`
      : `The force “${force}” has no framework “${id}”.`,
  )
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new Refusal(`There is no file “${file}” that we may read.`)
  }
}

/** A force's framework changes with the years: the one in force on the day of the contract says what its headings mean. */
async function readUnder(frameworks: readonly Framework[], bytes: Uint8Array, filename: string): Promise<ReadContract> {
  const latest = [...frameworks].sort((a, b) => (a.from < b.from ? 1 : -1))
  const [first, ...older] = latest
  if (!first) throw new Refusal('There is no framework to read it under.')
  const read = await readContract(bytes, filename, first.standards)
  const on = read.completedOn
  const then = on === null ? undefined : latest.find((each) => each.from <= on && (each.to === null || on <= each.to))
  return !then || then === first || older.length === 0 ? read : readContract(bytes, filename, then.standards)
}

function summaryOf(contract: ReadContract): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)]
  return [
    `${contract.team ?? 'A team that the document does not name'}, completed ${contract.completedOn === null ? 'on a day it does not say' : `on ${inWords(contract.completedOn)}`}`,
    `${contract.part1.length} answers in the self evaluation, ${contract.commitments.length} commitments`,
    ...contract.commitments.flatMap(inLines),
    ...list('Good practice', contract.goodPractice),
    ...list('Tools asked for', contract.toolRequests),
    ...list('Under no heading we know', contract.unread),
  ].join('\n')
}

function inLines(guess: CommitmentGuess): string[] {
  const { target } = guess
  const facts = [
    guess.standard ?? 'no standard',
    guess.who,
    guess.with.length > 0 ? `with ${guess.with.join(', ')}` : '',
    guess.every === null ? '' : everyInWords(guess.every),
    target
      ? `${target.value} ${target.unit}${target.baseline === null ? '' : ` from ${target.baseline}`}${target.by === null ? '' : ` by ${inWords(target.by)}`}`
      : '',
    guess.measure ?? 'an assertion',
  ]
  return ['', guess.text, `  ${facts.filter((fact) => fact !== '').join(' · ')}`]
}
