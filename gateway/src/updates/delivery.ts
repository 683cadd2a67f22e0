import type { FormattedExecutionResult } from "graphql";

/**
 * What a client is sent: a result, or only up to where it has been told all. Made once for everybody who
 * gets it, and so are the forms in which it is sent.
 */
export class Delivery {
  /** The result as JSON; undefined if there is only a position. */
  readonly text: string | undefined;
  /** Where to go on from. */
  readonly position: string | undefined;
  #event: Buffer | undefined;

  constructor(result: FormattedExecutionResult | undefined, position: string | undefined) {
    this.text = result && JSON.stringify(result);
    this.position = position;
  }

  /**
   * As a server-sent event. A position alone is an event without data: clients remember its id and are told
   * nothing (HTML Standard, section 9.2.6).
   */
  get event(): Buffer {
    if (!this.#event) {
      const id = this.position === undefined ? "" : `id: ${this.position}\n`;
      const data = this.text === undefined ? "" : `event: next\ndata: ${this.text}\n`;
      this.#event = Buffer.from(`${id}${data}\n`);
    }
    return this.#event;
  }
}
