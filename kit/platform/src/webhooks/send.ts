import type { LookupFunction } from "node:net";
import { Client, errors } from "undici";
import { type AddressRule, BlockedAddress, allowedAddresses } from "./address.ts";
import { currentSpan } from "../trace/span.ts";
import { readRetryAfter } from "./retry.ts";

/** One request to a receiver. */
export interface Post {
  /** As `requireAddress` gives it. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the whole request, including name resolution. */
  readonly timeoutMs: number;
  /** Ends it early. */
  readonly signal: AbortSignal;
  readonly rule: AddressRule;
  /** Reads the answer of a receiver that says in its body what went wrong. Default: only the status counts. */
  readonly judge?: (
    body: string,
  ) => { readonly error: string; readonly retryAfterMs?: number } | undefined;
}

/** What came of a request. */
export interface Sent {
  /** HTTP status; null if there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** Why it failed, for the endpoint's owner; null for an answer of 200 to 299. */
  readonly error: string | null;
  /** For how long the receiver asked to get nothing (429, 503). */
  readonly retryAfterMs?: number;
}

/** The receiver continues the trace, but it must not see what others have written into `tracestate`. */
function traceHeaders(): Readonly<Record<string, string>> {
  const { traceparent } = currentSpan()?.headers ?? {};
  return traceparent === undefined ? {} : { traceparent };
}

/** How many bytes of an answer's body are read at most; nothing of it is kept. */
const ANSWER_BYTES = 1024;

/** As much of an answer as is read. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  return Buffer.concat(parts).toString("utf8", 0, Math.min(bytes, ANSWER_BYTES));
}

/**
 * Sends over a separate connection, only to hosts that the rule has allowed, without a proxy and without
 * following redirects. Never throws. A failure is described in plain words that say nothing about forbidden
 * hosts.
 */
export async function send(post: Post): Promise<Sent> {
  const { address, headers, body, timeoutMs, rule } = post;
  const url = new URL(address);
  const began = performance.now();
  const late = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([late, post.signal]);
  const taken = (): number => Math.round(performance.now() - began);
  try {
    if (url.protocol === "http:" && !rule.privateAddresses) throw new BlockedAddress();
    // Connecting to a literal address does not use a resolver, so the address is checked here, too.
    const allowed = await unlessAborted(allowedAddresses(url.hostname, rule), signal);
    const client = new Client(url.origin, { connect: { lookup: only(allowed) }, pipelining: 0 });
    try {
      const answer = await client.request({
        path: url.pathname + url.search,
        method: "POST",
        headers: { ...headers, ...traceHeaders() },
        body,
        signal,
      });
      const { statusCode: status } = answer;
      const isTaken = status >= 200 && status < 300;
      if (isTaken && post.judge) {
        const fault = post.judge(await beginningOf(answer.body));
        return { status, durationMs: taken(), error: null, ...fault };
      }
      // Read it only so that the receiver can finish its answer.
      await answer.body.dump({ limit: ANSWER_BYTES, signal }).catch(() => undefined);
      if (isTaken) return { status, durationMs: taken(), error: null };
      const asked = status === 429 || status === 503 ? answer.headers["retry-after"] : undefined;
      const retryAfterMs = readRetryAfter(asked?.toString(), new Date());
      return {
        status,
        durationMs: taken(),
        error: statusFault(status),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
    } finally {
      await client.destroy();
    }
  } catch (error) {
    const what = late.aborted ? `No answer came within ${timeoutMs / 1000} s.` : fault(error);
    const told = post.signal.aborted ? "The attempt was interrupted." : what;
    return { status: null, durationMs: taken(), error: told };
  }
}

/** A resolver that returns the allowed addresses and asks nobody. */
function only(allowed: Awaited<ReturnType<typeof allowedAddresses>>): LookupFunction {
  return (_hostname, options, callback) => {
    if (options.all) return callback(null, [...allowed]);
    const [first] = allowed;
    return callback(null, first?.address ?? "", first?.family);
  };
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(signal.reason);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener("abort", end);
  }
}

function statusFault(status: number): string {
  if (status >= 300 && status < 400)
    return `The answer was a redirect (${status}); redirects are not followed.`;
  if (status === 410) return "The answer was 410 Gone.";
  return `The answer was ${status}, not 200 to 299.`;
}

function fault(error: unknown): string {
  if (error instanceof BlockedAddress) return error.message;
  const code = String(Reflect.get(Object(error), "code") ?? "");
  if (error instanceof errors.SocketError) return "The connection ended before an answer came.";
  if (/CERT|TLS|SSL/.test(code)) return "The TLS certificate or connection was not accepted.";
  if (code.startsWith("HPE_")) return "The answer was not HTTP.";
  return "No connection could be made.";
}
