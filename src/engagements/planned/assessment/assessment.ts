/** The questions by which the NEO judges whether an engagement is worth holding (D10.1), unless a force has its own. */
export const usualCriteria: readonly string[] = [
  'Is it clear whom it is for?',
  'Is it held here because of crime or concern here?',
  'Can everybody reach the place and take part?',
  'Will it be advertised in time?',
  'Is it worth the hours of the officers?',
  'Is it planned how people can give feedback?',
]

/** A question of the assessment as it was put, and its answer. */
export type Answered = { readonly question: string; readonly met: boolean; readonly note: string }

/** Whether a plan was made with the assessment criteria (D10.1): each question that the force asks has its answer. */
export const isAssessed = (criteria: readonly string[], answers: readonly Answered[]): boolean =>
  criteria.length > 0 && criteria.every((asked) => answers.some(({ question }) => question === asked))
