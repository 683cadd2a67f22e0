/**
 * A fault as a log line shows it: what it is and where. It contains nothing that a client sent or a record
 * contains.
 */
export interface FaultDescription {
  readonly type: string;
  readonly message: string;
  /** Of PostgreSQL (Appendix A), Node.js or the catalogue. */
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  /** Files and lines, innermost first. */
  readonly at?: readonly string[];
  readonly cause?: FaultDescription;
}

const LONGEST_MESSAGE = 300;
const LONGEST_PART = 200;
const MOST_FRAMES = 12;
const MOST_CAUSES = 4;

/**
 * What error messages put between quotes or braces. These are values, unless they look like the name of
 * something.
 */
const QUOTED = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|\{.*\}?|\[.*\]?/gsu;
const NAME = /^.[A-Za-z_$][\w$]{0,39}.$/;

/** Describes whatever was thrown. The size of the result is limited, whatever a client sent. */
export function describeFault(error: unknown, depth = MOST_CAUSES): FaultDescription {
  if (typeof error !== "object" || error === null) return { type: typeof error, message: "" };
  const read = (name: string): unknown => Reflect.get(error, name);
  const text = (name: string): string | undefined => {
    const value = read(name);
    return typeof value === "string" ? value.slice(0, LONGEST_PART) : undefined;
  };
  const extensions = read("extensions");
  const code =
    text("code") ??
    (typeof extensions === "object" && extensions !== null
      ? (Reflect.get(extensions, "code") as unknown)
      : undefined);
  const cause = read("originalError") ?? read("cause");
  const [constraint, table, stack] = [text("constraint"), text("table"), read("stack")];
  const said = read("message");
  const message = typeof said === "string" ? said : "";
  return {
    type: error.constructor?.name ?? "Object",
    message: withoutValues(message),
    ...(typeof code === "string" ? { code } : {}),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(typeof stack === "string" ? { at: framesOf(stack, message) } : {}),
    ...(cause == null || depth === 0 ? {} : { cause: describeFault(cause, depth - 1) }),
  };
}

/** Describes each of several faults; only the first ones if there are many. */
export function describeFaults(errors: unknown): unknown {
  return Array.isArray(errors)
    ? errors.slice(0, MOST_CAUSES).map((error) => describeFault(error))
    : describeFault(errors);
}

function withoutValues(message: string): string {
  // Cut it first, so that a long message is not searched to its end.
  return message
    .slice(0, 4 * LONGEST_MESSAGE)
    .replaceAll(QUOTED, (quoted) => (NAME.test(quoted) ? quoted : "…"))
    .slice(0, LONGEST_MESSAGE);
}

/** The message comes before the frames, and its lines may look like frames. */
function framesOf(stack: string, message: string): string[] {
  const frames: string[] = [];
  const begin = message === "" ? 0 : stack.lastIndexOf(message) + message.length;
  for (const line of stack.slice(Math.max(begin, stack.length - 20_000)).split("\n")) {
    const frame = /^ {4}at (.{1,200})/.exec(line)?.[1];
    if (frame !== undefined && frames.push(frame) >= MOST_FRAMES) break;
  }
  return frames;
}
