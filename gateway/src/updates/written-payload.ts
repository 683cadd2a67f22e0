import type { WebSocket } from "ws";

/** Stands in a message where the payload belongs; JSON texts of the protocol hold nothing like it. */
const MARK = "\u0000payload";
const MARK_JSON = JSON.stringify(MARK);

/** A payload that is JSON already. */
export type WrittenPayload = Record<string, never>;

/**
 * Lets messages of a socket carry payloads that are JSON already, so that what is sent to many is written
 * once. The protocol's library writes the message around it and sends it at once, in one go.
 *
 * @returns what makes a payload of a text.
 */
export function writePayloads(socket: Pick<WebSocket, "send">): (text: string) => WrittenPayload {
  let written: string | undefined;
  const send = socket.send.bind(socket) as (data: unknown, ...rest: unknown[]) => void;
  socket.send = ((data: unknown, ...rest: unknown[]) => {
    const payload = written;
    written = undefined;
    if (payload === undefined || typeof data !== "string") return send(data, ...rest);
    const at = data.lastIndexOf(MARK_JSON);
    send(data.slice(0, at) + payload + data.slice(at + MARK_JSON.length), ...rest);
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
