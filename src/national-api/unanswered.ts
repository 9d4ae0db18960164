/** What the national interface says instead of an answer: a status, and seldom a word beside it. */
export class Unanswered extends Error {
  readonly status: number
  readonly body: string

  constructor(status: number, body = '') {
    super(`national interface: ${status}`)
    this.status = status
    this.body = body
  }
}

/** A force, a neighbourhood or a spot that is not known here. */
export const notFound = (): Unanswered => new Unanswered(404, 'Not Found')
