/** Callers that wait for a connection: `pg` would let them wait, whatever happens. */
export class WaitingCallers<Client extends { release(error: boolean): void }> {
  readonly #rejections = new Set<(error: Error) => void>();

  /** Waits for a connection, unless all who wait are told that there will be none. */
  unlessTurnedAway(connecting: Promise<Client>): Promise<Client> {
    return new Promise((resolve, reject) => {
      this.#rejections.add(reject);
      const given = (client: Client): void => {
        if (this.#rejections.delete(reject)) resolve(client);
        else client.release(true);
      };
      connecting.then(given, (error: unknown) => {
        this.#rejections.delete(reject);
        reject(error);
      });
    });
  }

  /** Tells all who wait that there will be no connection. */
  turnAway(reason: string): void {
    for (const reject of this.#rejections) reject(new Error(reason));
    this.#rejections.clear();
  }
}
