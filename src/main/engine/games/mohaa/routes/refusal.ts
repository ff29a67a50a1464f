/** What the REST API does not answer: a status and one sentence, which the caller gets as {"error": sentence}. */

export type RefusalStatus = 400 | 401 | 404 | 429 | 501 | 503;

export class Refusal extends Error {
  readonly status: RefusalStatus;

  constructor(status: RefusalStatus, sentence: string) {
    super(sentence);
    this.status = status;
  }
}
