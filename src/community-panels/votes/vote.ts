/** What somebody says of one standard. */
export type StandardVote = {
  readonly standardId: string
  /** One of the sitting’s choices, or that they cannot say; null where they left it open. */
  readonly choice: string | null
  readonly comment: string
}

/** What somebody says of a contract; whatever is left open can be said later. */
export type Vote = {
  readonly standards: readonly StandardVote[]
  readonly grade: string | null
  readonly comment: string
}

/** Whether a vote says nothing at all. */
export const isEmpty = ({ standards, grade, comment }: Vote): boolean =>
  grade === null && comment === '' && standards.every((each) => each.choice === null && each.comment === '')
