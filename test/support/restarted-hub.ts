import type { HubProcess } from "./hub-process.ts";

/** How a hub is ended. */
export type Ending = "SIGKILL" | "SIGTERM";

/** A hub in a process of its own that is ended and started again, at another address each time. */
export class RestartedHub implements AsyncDisposable {
  readonly #start: () => Promise<HubProcess>;
  #current: Promise<HubProcess>;
  #url: string | undefined;

  constructor(start: () => Promise<HubProcess>) {
    this.#start = start;
    this.#current = this.#begin();
  }

  /** The address of the hub, once there is one that has not been told to end. */
  async url(): Promise<string> {
    return (await this.#current).url;
  }

  /** Whether the hub at an address has not been told to end; if so, it has no reason to break anything off. */
  isUp(url: string): boolean {
    return this.#url === url;
  }

  /** Ends the hub and starts it again. From now on callers that ask for its address wait for the next one. */
  async restart(ending: Ending): Promise<void> {
    const ended = await this.#current;
    this.#current = (async () => {
      await this.#end(ended, ending);
      return await this.#begin();
    })();
    await this.#current;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end(await this.#current, "SIGTERM");
  }

  async #begin(): Promise<HubProcess> {
    const hub = await this.#start();
    this.#url = hub.url;
    return hub;
  }

  async #end(hub: HubProcess, ending: Ending): Promise<void> {
    this.#url = undefined;
    await hub.stop(ending);
  }
}
