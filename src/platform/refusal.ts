/** A broken rule, in words the person can act on; shown with its status, never logged as a fault. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503

  constructor(words: string, status: Refusal['status'] = 422) {
    super(words)
    this.name = 'Refusal'
    this.status = status
  }
}
