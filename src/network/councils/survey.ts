import type { Fact } from '#ledger/evidence.ts'
import type { Day } from '#platform/day.ts'

export const surveyAnswers = ['agree', 'neither', 'disagree'] as const
export type SurveyAnswer = (typeof surveyAnswers)[number]

export const surveyQuestions = ['feel informed', 'receive timely information', 'share information'] as const
/** What councillors are asked, as the data dictionary names it (D8.1, D8.2, D8.3). */
export type SurveyQuestion = (typeof surveyQuestions)[number]

export const statements: Readonly<Record<SurveyQuestion, string>> = {
  'feel informed': 'I feel informed about policing in my area.',
  'receive timely information': 'I receive information from the team in time.',
  'share information': 'I pass on what the team tells me.',
}

/** One councillor's answers; nothing in them says whose they are. */
export type SurveyAnswers = Readonly<Record<SurveyQuestion, SurveyAnswer>>

/** Their answers, with what they would have us look into; empty where that is nothing. */
export type SurveyReply = { readonly answers: SurveyAnswers; readonly words: string }

/** How many gave an answer to a statement. */
export type SurveyCount = { readonly question: SurveyQuestion; readonly answer: SurveyAnswer; readonly count: number }

/** Links to a survey work for 60 days, in milliseconds. */
export const surveyLifetime = 60 * 24 * 60 * 60_000

/** Of fewer answers nobody is told what they were: too many could guess whose they are. */
export const fewestTold = 5

/** What the answers to a survey are evidence of, all at once (D8.1, D8.2, D8.3); nothing where they are too few to be told. */
export function evidenceOfSurvey(surveyId: string, counts: readonly SurveyCount[], closedOn: Day): Fact[] {
  const facts = surveyQuestions.map((question) => {
    const given = counts.filter((one) => one.question === question)
    const agree = given.find(({ answer }) => answer === 'agree')?.count ?? 0
    const answers = given.reduce((total, { count }) => total + count, 0)
    return {
      kind: 'survey answered',
      happenedOn: closedOn,
      quantities: { agree, answers },
      facets: { question, group: 'councillors' },
      source: `councillor-survey/${surveyId}`,
    }
  })
  return facts.some(({ quantities }) => quantities.answers < fewestTold) ? [] : facts
}
