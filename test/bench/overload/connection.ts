import { type Socket, connect } from "node:net";

/** One answer. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds: number;
  readonly ms: number;
}

/**
 * One connection that carries one request at a time. It does no more than it must: what the load takes of
 * the machine is missing where it is measured.
 */
export class Connection {
  readonly #socket: Socket;
  #received = "";
  #sentAt = 0;
  #answer: ((answer: Answer | undefined) => void) | undefined;

  /** Fulfilled when it is open, or cannot be. */
  readonly opened: Promise<void>;

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.opened = new Promise((resolve) => {
      this.#socket.once("connect", resolve).once("close", resolve);
    });
    this.#socket.setEncoding("latin1");
    this.#socket.on("data", (text: string) => this.#read(text));
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => this.#settle(undefined));
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  /** Sends a request. @returns the answer; undefined if the connection ends without one. */
  send(request: Buffer): Promise<Answer | undefined> {
    this.#sentAt = performance.now();
    return new Promise((resolve) => {
      this.#answer = resolve;
      if (this.isOpen) this.#socket.write(request);
      else this.#settle(undefined);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.slice(end + 4, end + 4 + length);
    this.#received = "";
    const retryAfterSeconds = Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1] ?? 0);
    const ms = performance.now() - this.#sentAt;
    this.#settle({ status: Number(head.slice(9, 12)), body, retryAfterSeconds, ms });
  }

  #settle(answer: Answer | undefined): void {
    const settle = this.#answer;
    this.#answer = undefined;
    settle?.(answer);
  }
}

/** A request as it goes over the wire. */
export function requestOf(body: string, token: string | undefined): Buffer {
  const authorization = token === undefined ? "" : `authorization: Bearer ${token}\r\n`;
  const head = `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n${authorization}`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
