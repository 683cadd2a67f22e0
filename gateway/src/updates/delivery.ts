import { eventOf } from "@alliance-hub/kit/updates/event-stream";
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

  /** As a server-sent event. */
  get event(): Buffer {
    this.#event ??= Buffer.from(eventOf(this.text, this.position));
    return this.#event;
  }
}
