import { WebSocket, type ClientOptions } from "ws";

/** A message of `graphql-transport-ws`, as it came. */
export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  // The shape depends on the operation; a test reads what it asked for.
  readonly payload?: SocketPayload;
}

/** A JSON value whose members a test reads by name. */
export type SocketPayload = { readonly [name: string]: SocketPayload } & readonly SocketPayload[];

/** A dialogue with a hub over a WebSocket without a library, so that a test can make mistakes. */
export interface Dialogue extends Disposable {
  readonly socket: WebSocket;
  readonly messages: readonly SocketMessage[];
  /** Code with which it was closed. */
  readonly closed: Promise<number>;
  say(message: object | string): void;
  /** The first message that matches, even if it came before. @throws Error if the socket is closed first. */
  until(isSo: (message: SocketMessage) => boolean): Promise<SocketMessage>;
}

/** Opens one. @param url of the hub. */
export async function openDialogue(
  url: string,
  { protocol = "graphql-transport-ws", ...options }: ClientOptions & { protocol?: string } = {},
): Promise<Dialogue> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, protocol, options);
  const messages: SocketMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as SocketMessage);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => undefined);
  return {
    socket,
    messages,
    closed,
    say: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = messages.find(isSo);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void closed.then((code) =>
          reject(new Error(`closed with ${code} after ${JSON.stringify(messages)}`)),
        );
      }),
    [Symbol.dispose]: () => socket.terminate(),
  };
}

/** Opens one as a person. */
export async function openAs(url: string, token: string | undefined): Promise<Dialogue> {
  const dialogue = await openDialogue(url);
  const payload = token === undefined ? {} : { authorization: `Bearer ${token}` };
  dialogue.say({ type: "connection_init", payload });
  await dialogue.until(({ type }) => type === "connection_ack");
  return dialogue;
}

let operations = 0;

/** Sends an operation and waits for its one answer: a result, or the list of errors. */
export async function askOver(
  dialogue: Dialogue,
  query: string,
  variables?: object,
): Promise<SocketMessage> {
  const id = `operation-${operations++}`;
  dialogue.say({ type: "subscribe", id, payload: { query, ...(variables ? { variables } : {}) } });
  const answer = await dialogue.until(
    (message) => message.id === id && ["next", "error"].includes(message.type),
  );
  return answer;
}
