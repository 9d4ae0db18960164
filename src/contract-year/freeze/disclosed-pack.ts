import type { FrozenPack } from './freeze.ts'
import { draftParagraphs } from '../self-evaluation/draft-paragraphs.ts'
import { sections, sentencesOf, type Paragraph, type Sentence } from '../self-evaluation/self-evaluation.ts'
import type { Sql } from '#platform/database/database.ts'
import type { ContractStanding } from '#standings/contract-standing.ts'
import { protectedFigures } from '#standings/disclosed.sql.ts'
import { disclosedContract } from '#standings/public-standing.ts'
import { english } from '#platform/language/say.ts'

/** What was frozen, as anybody may read it: small figures of protected communities are withheld, also where a sentence tells them. */
export async function disclosedPack(sql: Sql, pack: FrozenPack): Promise<FrozenPack> {
  const { contract } = pack.standing
  const figures = await protectedFigures(sql, contract.teamId, contract.span)
  const standing = disclosedContract(pack.standing, figures, english)
  return { ...pack, standing, selfEvaluation: disclosedParagraphs(pack.selfEvaluation, standing) }
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
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    ...Object.fromEntries(sections.map((section) => [section, paragraph[section].map(told)])),
  }))
}

/** The one promise of which a sentence tells the figure; one over several promises tells only how many stand how. */
const onlyRef = ({ rests }: Sentence): string | null =>
  rests !== 'assertion' && rests.length === 1 ? (rests[0]?.ref ?? null) : null
