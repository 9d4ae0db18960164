import { z } from 'zod'
import type { Commitment } from '#contracts/commitment.ts'
import type { Contract } from '#contracts/contract.ts'
import { placeOf } from '#contracts/keep-contract.ts'
import { planSubjects } from '#contracts/plan-subjects.ts'
import type { CommitmentGuess } from '#contracts/reading/commitments.ts'
import { declareMeasure, overSubjects } from '#contracts/reading/declare.ts'
import { readToldCommitment } from '#contracts/told-commitment.ts'
import type { Framework } from '#frameworks/framework.ts'
import type { Subject } from '#ledger/subjects.sql.ts'
import type { Measure } from '#measures/measure.ts'
import { inWords, type Day } from '#platform/day.ts'
import {
  oneOf,
  readForm,
  text,
  typed,
  typedAsDay,
  wholeNumber,
  type FieldErrors,
  type FormValues,
} from '#platform/form.ts'
import type { Amendment } from './amendment.ts'

/** What an amendment is read against. */
export type Setting = {
  readonly contract: Contract
  readonly framework: Framework
  readonly forceId: string
  readonly today: Day
  /** The subjects that the team has. */
  readonly known: readonly Subject[]
  /** Of the promise that is changed or withdrawn; empty where none is. */
  readonly ref: string
  /** That promise; null where one is added, or it was withdrawn meanwhile. */
  readonly promise: Commitment | null
  /** The ref of one that is added. */
  readonly newRef: string
}

export type Told = {
  readonly revision: number
  readonly why: string
  readonly amendment: Amendment
  readonly subjects: readonly Subject[]
}

export type Read = { readonly ok: true; readonly value: Told } | { readonly ok: false; readonly errors: FieldErrors }

export const mostWhy = 1000
export const mostContext = 500

/** Why a published contract changes is published with it. */
const why = text({ missing: 'Say why, as the public will read it', max: mostWhy })
const sent = z.object({ revision: wholeNumber({ missing: 'Open the page again', wrong: 'Open the page again' }), why })

/** Why a version is withdrawn. */
export const readWithdrawal = (form: FormValues) => readForm(z.object({ why }), form)

/** An amendment as it was told, or every mistake in it. */
export function readAmendment(form: FormValues, is: Amendment['is'], setting: Setting): Read {
  const head = readForm(sent, form)
  const told = readTold(form, is, setting)
  if (!head.ok || 'errors' in told)
    return { ok: false, errors: { ...('errors' in told ? told.errors : {}), ...(head.ok ? {} : head.errors) } }
  return { ok: true, value: { ...head.value, ...told } }
}

type ReadPart = Pick<Told, 'amendment' | 'subjects'> | { readonly errors: FieldErrors }

function readTold(form: FormValues, is: Amendment['is'], setting: Setting): ReadPart {
  if (is === 'tell') return readContext(form, setting)
  if (is === 'withdraw') return { amendment: { is, ref: setting.ref }, subjects: [] }
  return readPromise(form, is, setting)
}

const contextForm = z.object({
  from: typedAsDay({ missing: 'Enter the first day', impossible: 'Enter a real day, such as 23 3 2027' }),
  to: typedAsDay({ missing: 'Enter the last day', impossible: 'Enter a real day, such as 31 5 2027' }),
  text: text({ missing: 'Say what happened', max: mostContext }),
})

function readContext(form: FormValues, { contract: { span } }: Setting): ReadPart {
  const read = readForm(contextForm, form)
  if (!read.ok) return { errors: read.errors }
  const { from, to } = read.value
  const year = `the contract’s year, ${inWords(span.from)} to ${inWords(span.to)}`
  const errors = {
    ...(from > span.to || to < span.from ? { from: `That lies outside ${year}` } : {}),
    ...(to < from ? { to: 'The last day must not come before the first' } : {}),
  }
  if (Object.keys(errors).length > 0) return { errors }
  return { amendment: { is: 'tell', context: read.value }, subjects: [] }
}

export const waysMeasured = ['as before', 'as told', 'not at all'] as const

const ways = z.object({ measured: oneOf(waysMeasured, 'Choose how it is measured') })

function readPromise(form: FormValues, is: 'change' | 'add', setting: Setting): ReadPart {
  const way = readForm(ways, form)
  const measured = way.ok ? way.value.measured : null
  const { guess, errors } = readToldCommitment(fieldOf(form, measured), setting.framework)
  const faults = { ...errors, ...lengthFaults(form), ...(way.ok ? {} : way.errors) }
  if (guess === null || measured === null || Object.keys(faults).length > 0) return { errors: faults }
  const found = measuresOf(guess, measured, setting)
  if (found === null)
    return { errors: { measure: 'Its words name no evidence that we know of: choose another measure, or none' } }
  if (is === 'change') return { amendment: { is, ref: setting.ref, to: told(guess, found) }, subjects: found.subjects }
  const place = placeOf(guess.standard, setting.framework)
  return {
    amendment: { is, promise: { ref: setting.newRef, ...place, ...told(guess, found) } },
    subjects: found.subjects,
  }
}

const lengthFaults = (form: FormValues): FieldErrors => ({
  ...(typed(form, 'who').length > 300 ? { who: 'Use 300 characters or fewer' } : {}),
  ...(typed(form, 'with').length > 5_000 ? { with: 'Use 5,000 characters or fewer' } : {}),
})

/** What tells how it is measured is read only where it is to be measured so; its own words are all that it was read from. */
function fieldOf(form: FormValues, measured: (typeof waysMeasured)[number] | null): (name: string) => string {
  const ofMeasure = ['measure', 'every', 'value', 'unit', 'baseline', 'by', 'with']
  return (name) => {
    if (ofMeasure.includes(name) && measured !== 'as told') return ''
    return typed(form, name === 'words' ? 'text' : name)
      .replaceAll('\0', '')
      .replaceAll('\r\n', '\n')
      .toWellFormed()
      .trim()
  }
}

type Measured = {
  readonly measures: readonly Measure[]
  readonly with: readonly string[]
  readonly subjects: readonly Subject[]
}

/** Null where what was told cannot be measured: it does not become an assertion quietly. */
function measuresOf(
  guess: CommitmentGuess,
  measured: (typeof waysMeasured)[number],
  setting: Setting,
): Measured | null {
  const { contract, promise, known, forceId, today } = setting
  if (measured === 'not at all') return { measures: [], with: promise?.with ?? guess.with, subjects: [] }
  if (measured === 'as before') return { measures: promise?.measures ?? [], with: promise?.with ?? [], subjects: [] }
  const { measures, subjects: named } = declareMeasure(guess, contract.completedOn)
  if (measures.length === 0) return null
  const meant = planSubjects(named, known, { forceId, teamId: contract.teamId, from: today })
  const ids = meant.all ? [] : meant.subjects.map(({ id }) => id)
  const subjects = meant.subjects.filter((one) => !known.includes(one))
  return { measures: overSubjects(measures, ids), with: guess.with, subjects }
}

const told = ({ text, who }: CommitmentGuess, { measures, with: parties }: Measured) => ({
  text,
  who,
  with: [...parties],
  measures: [...measures],
})
