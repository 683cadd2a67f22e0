import { PRESENT_MS, type QueueClient } from "./queue-client.ts";

/** When an active client was last there. */
interface ActiveClient {
  readonly client: QueueClient;
  at: number;
}

/** Which active clients are there now. The last two are enough to know another one than a given client. */
export class ActiveClients {
  readonly #now: () => number;
  #latest: ActiveClient | undefined;
  #beforeLatest: ActiveClient | undefined;

  /** @param now the clock, in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** An active client counts as present from now on. */
  note(client: QueueClient, at: number): void {
    if (this.#latest?.client === client) {
      this.#latest.at = at;
      return;
    }
    this.#beforeLatest = this.#latest;
    this.#latest = { client, at };
  }

  /** The active client beside another one that was there last; undefined if none is there now. */
  beside(client: QueueClient): QueueClient | undefined {
    const other = this.#latest?.client === client ? this.#beforeLatest : this.#latest;
    return other && this.#now() - other.at < PRESENT_MS ? other.client : undefined;
  }
}
