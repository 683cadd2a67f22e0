import { AsyncLocalStorage } from "node:async_hooks";

/** Attributes of a span: names and counts, never what a client sent or a record contains. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** What a piece of work is. */
export interface SpanOptions {
  /** `server` answers somebody, `client` asks somebody. Default: neither. */
  readonly kind?: "server" | "client";
  readonly attributes?: SpanAttributes;
  /** When it began, in milliseconds since 1970. Default: now. */
  readonly startedAt?: number;
}

/** A piece of work in a trace (W3C Trace Context, https://www.w3.org/TR/trace-context/). */
export interface Span {
  readonly traceId: string;
  /** The headers with which the called service continues the trace. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is recorded. A trace that is not recorded is passed on all the same. */
  readonly isRecorded: boolean;
  /** A piece of this work. */
  begin(name: string, options?: SpanOptions): Span;
  /** Adds attributes. */
  note(about: { readonly name?: string; readonly attributes?: SpanAttributes }): void;
  /** Records that it failed. @param code of the error; its message may contain data of records. */
  fail(code: string): void;
  end(): void;
}

/** Begins traces, or continues traces that others have begun. */
export interface Tracing extends AsyncDisposable {
  /** @param headers as they came. A valid `traceparent` is continued. */
  begin(
    name: string,
    options: SpanOptions & {
      readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
    },
  ): Span;
}

const current = new AsyncLocalStorage<Span>();

/** The current span; undefined if nothing is traced. */
export function currentSpan(): Span | undefined {
  return current.getStore();
}

/** Does something as part of a piece of work. */
export function within<T>(span: Span, work: () => T): T {
  return current.run(span, work);
}

/** Does something outside any trace, such as work that lasts for hours and serves many clients. */
export function untraced<T>(work: () => T): T {
  return current.getStore() ? current.exit(work) : work();
}

/** Does something as a child of the current span; if nothing is traced, it is just done. */
export function traced<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  const parent = current.getStore();
  if (!parent) return work();
  return withSpan(parent.begin(name, options), work);
}

/** Does the work of a span; the span ends with it. */
export async function withSpan<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await current.run(span, work);
  } catch (error) {
    span.fail(codeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

function codeOf(error: unknown): string {
  const code: unknown =
    error instanceof Error ? (Reflect.get(error, "code") ?? error.name) : undefined;
  return typeof code === "string" ? code : "Error";
}
