import { packOf, type FrozenPack } from './freeze.ts'
import { draftParagraphs } from '../self-evaluation/draft-paragraphs.ts'
import {
  isAssertion,
  sections,
  sentencesOf,
  type Paragraph,
  type Sentence,
} from '../self-evaluation/self-evaluation.ts'
import type { Sql } from '#platform/database/database.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { protectedFigures } from '#standings/disclosed.sql.ts'
import { disclosedContract } from '#standings/public-standing.ts'
import { firstLanguage } from '#platform/language/language.ts'
import { english, type Say } from '#platform/language/say.ts'
import { findFreeze } from '../freezes.sql.ts'
import { standFrozen } from './stand-frozen.ts'

/**
 * What was frozen, as anybody may read it: small figures of protected communities are withheld, also where a sentence tells them.
 * `say` tells why each promise stands so in another language; what somebody wrote by hand stays as they wrote it.
 */
export async function disclosedPack(sql: Sql, pack: FrozenPack, say: Say = english): Promise<FrozenPack> {
  const { contract } = pack.standing
  const figures = await protectedFigures(sql, contract.teamId, contract.span)
  const standing = disclosedContract(pack.standing, figures, english)
  const told = { ...pack, standing, selfEvaluation: disclosedParagraphs(pack.selfEvaluation, standing) }
  if (say.language === firstLanguage) return told
  const inLanguage = disclosedContract(await standingIn(sql, pack, say), figures, say)
  return { ...told, standing: inLanguage, selfEvaluation: paragraphsIn(say, told, inLanguage) }
}

/** Reasons are frozen in the first language alone, so in another they are answered again from the ledger as it was then. */
async function standingIn(sql: Sql, pack: FrozenPack, say: Say): Promise<ContractStanding> {
  const freeze = await findFreeze(sql, pack.id)
  if (freeze === null) return pack.standing
  const standings = Object.fromEntries(await standFrozen(sql, freeze.content, say))
  return packOf({ ...freeze, content: { ...freeze.content, standings } }).standing
}

/** What the figures wrote is drafted in the language too; a sentence that is not among it is kept apart as English. */
function paragraphsIn(say: Say, { standing, selfEvaluation }: FrozenPack, inLanguage: ContractStanding): Paragraph[] {
  const drafted = draftParagraphs(inLanguage, say).flatMap(sentencesOf)
  const inEnglish = draftParagraphs(standing).flatMap(sentencesOf)
  const told = new Map(inEnglish.map(({ words }, n) => [words, drafted[n]?.words]))
  return eachSentence(selfEvaluation, (sentence) =>
    isAssertion(sentence) ? sentence : { ...sentence, words: told.get(sentence.words) ?? say.ownText(sentence.words) },
  )
}

/** A sentence that rests on a promise whose figures are withheld is drafted again without them. */
export function disclosedParagraphs(paragraphs: readonly Paragraph[], standing: ContractStanding): Paragraph[] {
  const drafted = new Map(
    draftParagraphs(standing)
      .flatMap(sentencesOf)
      .map((each) => [onlyRef(each), each]),
  )
  const told = (sentence: Sentence): Sentence => {
    const ref = onlyRef(sentence)
    const isWithheld = ref !== null && standing.byRef.get(ref)?.isWithheld === true
    return isWithheld ? (drafted.get(ref) ?? sentence) : sentence
  }
  return eachSentence(paragraphs, told)
}

const eachSentence = (paragraphs: readonly Paragraph[], told: (sentence: Sentence) => Sentence): Paragraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    ...Object.fromEntries(sections.map((section) => [section, paragraph[section].map(told)])),
  }))

/** The one promise of which a sentence tells the figure; one over several promises tells only how many stand how. */
const onlyRef = ({ rests }: Sentence): string | null =>
  rests !== 'assertion' && rests.length === 1 ? (rests[0]?.ref ?? null) : null
