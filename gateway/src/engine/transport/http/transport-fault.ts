import { LATE } from "../deadline.ts";

/** Why a subgraph over HTTP gave no answer. */
export class TransportFault extends Error {
  /** Whether it speaks against the subgraph's health. */
  readonly isCounted: boolean;
  /** Whether the connection failed before anything came back, so that a query may be sent again. */
  readonly mayRetry: boolean;
  /** Whether the subgraph may have got the request: a change may have happened then. */
  readonly wasSent: boolean;
  /** Whether the deadline has passed. */
  readonly isLate: boolean;

  /** @param words what the subgraph did; nothing of addresses within the installation. */
  constructor(words: string, { isCounted = true, mayRetry = false, wasSent = true } = {}) {
    super(words);
    this.name = "TransportFault";
    this.isCounted = isCounted;
    this.mayRetry = mayRetry;
    this.wasSent = wasSent;
    this.isLate = words === LATE;
  }
}

/** A subgraph that had less time than this, in milliseconds, is not to blame for being late. */
const FAIR_WAIT_MS = 250;

/** The end of a request that its deadline or its client has put an end to. */
export function abandoned(signal: AbortSignal, waitedMs: number): TransportFault {
  return read(signal.reason, "name") === "TimeoutError"
    ? new TransportFault(LATE, { isCounted: waitedMs >= FAIR_WAIT_MS })
    : new TransportFault("was no longer waited for", { isCounted: false });
}

/** Codes of connections that could not be made or broke. */
const BROKEN = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "UND_ERR_SOCKET"]);

/** Codes of connections that were never there. */
const UNOPENED = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

const SILENT = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

/** What the HTTP client reports, in words for the caller. @param hasBegun whether a byte came back. */
export function networkFault(error: unknown, hasBegun: boolean): TransportFault {
  if (error instanceof TransportFault) return error;
  const code = read(error, "code");
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE")
    return new TransportFault("answered with more bytes than are read");
  if (code === "UND_ERR_INVALID_ARG")
    return new TransportFault("could not be sent the request", {
      isCounted: false,
      wasSent: false,
    });
  if (typeof code !== "string") return new TransportFault("cannot be reached");
  if (SILENT.has(code)) return new TransportFault(LATE);
  if (hasBegun) return new TransportFault(`broke off its answer (${code})`);
  return new TransportFault(`cannot be reached (${code})`, {
    mayRetry: BROKEN.has(code),
    wasSent: !UNOPENED.has(code),
  });
}

function read(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
