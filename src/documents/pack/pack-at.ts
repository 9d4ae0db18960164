import { readFileSync } from 'node:fs'
import { stepsTaken } from '#contract-year/course.sql.ts'
import type { FrozenPack } from '#contract-year/freeze/freeze.ts'
import { contractJson } from '#contracts/contract-json.ts'
import { file, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { english } from '#platform/language/say.ts'
import { addressOf, frozenAt } from '../contract-at.ts'
import { contractDocument } from '../contract-document.ts'
import { disclosedPack } from '#contract-year/freeze/disclosed-pack.ts'
import type { Document } from '../document.ts'
import { drawnPdf } from '../drawn-pdf.ts'
import { drawnWord } from '../drawn-word.ts'
import { letterOf } from '../letter-at.ts'
import { selfEvaluationDocument } from '../self-evaluation-document.ts'
import { evidenceLines } from './evidence-lines.ts'
import { readMe } from './read-me.ts'
import { sealedPack, type Edition, type PackFiles, type SealedPack } from './sealed-pack.ts'

const verifier = readFileSync(new URL('../../../bin/verify-pack.mjs', import.meta.url), 'utf8')

/** The program that checks a pack, for whoever wants it from somewhere else than the pack. */
export const giveVerifier = (): Answer =>
  file(verifier, { type: 'text/javascript; charset=utf-8', filename: 'verify-pack.mjs' })

/** Gives the pack of a year that was given to a panel; throws as `packAt` does. */
export const givePack =
  (asked: Edition) =>
  async (visit: Visit): Promise<Answer> => {
    const { zip, filename } = await packAt(visit, asked)
    return file(zip, { type: 'application/zip', filename })
  }

/**
 * The pack of a year that was given to a panel, the same for every language. In public it is whole where no entry of the ledger
 * names a protected community; where one does, what tells its figures is left out. Throws a Refusal (404) as `frozenAt` does.
 */
export async function packAt(asking: Visit, asked: Edition): Promise<SealedPack & { readonly filename: string }> {
  const visit: Asking = { db: asking.db, params: asking.params, site: asking.site, language: firstLanguage }
  const found = await frozenAt(visit)
  const { team, contract, freeze } = found
  const evidence = await evidenceLines(visit.db, freeze.content.chains)
  const edition = asked === 'public' && evidence.isProtected ? 'public' : 'whole'
  const filename = `${team.slug}-${contract.year}.zip`
  const files: PackFiles = {
    'README.txt': readMe(toldOf(visit, found, { edition, filename })),
    'verify-pack.mjs': verifier,
    'contract.json': JSON.stringify(contractJson(freeze.content.contract)),
    ...(edition === 'whole' ? { 'frozen.json': freeze.bytes, 'evidence.json': evidence.text } : {}),
    ...(await drawnFiles(visit, found, edition)),
  }
  return { ...sealedPack(freeze, edition, files), filename }
}

/** What a pack depends on of a visit. */
type Asking = Pick<Visit, 'db' | 'params' | 'site' | 'language'>

type Found = Awaited<ReturnType<typeof frozenAt>>

function toldOf(
  visit: Asking,
  { force, team, contract, freeze }: Found,
  named: { edition: Edition; filename: string },
) {
  const { year } = contract
  const address = `${addressOf(visit, contract) ?? `/${team.id}/contract/${year}`}/documents`
  return { ...freeze, ...named, teamName: team.name, year, timeZone: force.timeZone, address }
}

/** What was frozen, as it was; nothing of what came later is in it but the letter. */
async function drawnFiles(visit: Asking, found: Found, edition: Edition): Promise<PackFiles> {
  const { team, contract, pack } = found
  const [steps, letter, shown] = await Promise.all([
    stepsTaken(visit.db, contract.id),
    letterOf(visit.db, found, english),
    edition === 'whole' ? pack : disclosedPack(visit.db, pack),
  ])
  const of = { teamName: team.name, address: addressOf(visit, contract) }
  return {
    ...(await drawnTwice('contract', contractDocument({ ...of, shown: shown.standing, steps }, english))),
    ...(await drawnTwice('self-evaluation', selfEvaluationDocument({ ...of, ...told(shown) }, english))),
    ...(letter === null ? {} : await drawnTwice('rating-letter', letter)),
  }
}

const told = ({ asAt, selfEvaluation: paragraphs, standing }: FrozenPack) => ({
  asAt,
  paragraphs,
  year: standing.contract.year,
})

const drawnTwice = async (name: string, document: Document): Promise<PackFiles> => ({
  [`${name}.pdf`]: await drawnPdf(document, 'usual'),
  [`${name}.docx`]: await drawnWord(document, 'usual'),
})
