import { readFileSync } from 'node:fs'
import { stepsTaken } from '#contract-year/course.sql.ts'
import type { FrozenPack } from '#contract-year/freeze/freeze.ts'
import { contractJson } from '#contracts/contract-json.ts'
import { file, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
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
import { sealedPack, type Edition, type PackFiles } from './sealed-pack.ts'

const verifier = readFileSync(new URL('../../../bin/verify-pack.mjs', import.meta.url), 'utf8')

/** The program that checks a pack, for whoever wants it from somewhere else than the pack. */
export const giveVerifier = (): Answer =>
  file(verifier, { type: 'text/javascript; charset=utf-8', filename: 'verify-pack.mjs' })

/**
 * The pack of a year that was given to a panel. In public it is whole where no entry of the ledger names a protected
 * community; where one does, what tells its figures is left out.
 */
export const givePack =
  (asked: Edition) =>
  async (visit: Visit): Promise<Answer> => {
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
    return file(sealedPack(freeze, edition, files), { type: 'application/zip', filename })
  }

type Found = Awaited<ReturnType<typeof frozenAt>>

function toldOf(visit: Visit, { force, team, contract, freeze }: Found, named: { edition: Edition; filename: string }) {
  const { year } = contract
  const address = `${addressOf(visit, contract) ?? `/${team.id}/contract/${year}`}/documents`
  return { ...freeze, ...named, teamName: team.name, year, timeZone: force.timeZone, address }
}

/** What was frozen, as it was; nothing of what came later is in it but the letter. */
async function drawnFiles(visit: Visit, found: Found, edition: Edition): Promise<PackFiles> {
  const { team, contract, pack } = found
  const [steps, letter, shown] = await Promise.all([
    stepsTaken(visit.db, contract.id),
    letterOf(visit.db, found),
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
