import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** Stands in a message where the payload belongs; JSON texts of the protocol hold nothing like it. */
const MARK = "\u0000payload";
const MARK_JSON = JSON.stringify(MARK);

/** Bytes that may wait for a client before the next message waits for them. */
const MOST_WAITING = 65_536;

/** A payload that is JSON already. */
export type WrittenPayload = Record<string, never>;

/** A WebSocket, and the connection below it. */
export interface Sockets {
  readonly socket: Pick<WebSocket, "send">;
  readonly connection: Duplex;
}

/**
 * Lets messages of a socket carry payloads that are JSON already, so that what is sent to many is written
 * once, and sends messages that come together in one piece. The protocol's library writes the message around
 * a payload and sends it at once, in one go; it waits for a client only while much has not been taken.
 *
 * @returns what makes a payload of a text.
 */
export function writePayloads({ socket, connection }: Sockets): (text: string) => WrittenPayload {
  let written: string | undefined;
  let isHeld = false;
  const send = socket.send.bind(socket) as (data: unknown, done: (error?: Error) => void) => void;
  const hold = (): void => {
    if (isHeld) return;
    isHeld = true;
    connection.cork();
    // After all that the present turn has to say.
    process.nextTick(() => {
      isHeld = false;
      connection.uncork();
    });
  };
  socket.send = ((data: unknown, done: (error?: Error) => void) => {
    const payload = written;
    written = undefined;
    if (payload === undefined || typeof data !== "string") return send(data, done);
    const at = data.lastIndexOf(MARK_JSON);
    const message = data.slice(0, at) + payload + data.slice(at + MARK_JSON.length);
    if (connection.writableLength > MOST_WAITING) return send(message, done);
    hold();
    // A connection that breaks is told of by its end.
    send(message, () => undefined);
    done();
  }) as WebSocket["send"];
  return (text) => {
    const payload = {};
    const toJSON = (): string => {
      written = text;
      return MARK;
    };
    // Not enumerable: whoever looks at the payload finds nothing else in it.
    Object.defineProperty(payload, "toJSON", { value: toJSON });
    return payload;
  };
}
