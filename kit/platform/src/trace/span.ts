import { AsyncLocalStorage } from "node:async_hooks";

/** What is noted of a piece of work: names and counts, never what a client sent or a record says. */
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
  /** The headers by which whoever is asked goes on with the trace. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether anything of it is recorded; a trace that is not is handed on all the same. */
  readonly isRecorded: boolean;
  /** A piece of this work. */
  begin(name: string, options?: SpanOptions): Span;
  /** Notes more of it. */
  note(about: { readonly name?: string; readonly attributes?: SpanAttributes }): void;
  /** Notes that it failed. @param code of the error; its words may tell of records. */
  fail(code: string): void;
  end(): void;
}

/** Begins traces, or goes on with those that others have begun. */
export interface Tracing extends AsyncDisposable {
  /** @param headers as they came: a good `traceparent` among them is gone on with. */
  begin(
    name: string,
    options: SpanOptions & {
      readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
    },
  ): Span;
}

const current = new AsyncLocalStorage<Span>();

/** The work that is under way; undefined where nothing is traced. */
export function currentSpan(): Span | undefined {
  return current.getStore();
}

/** Does something as part of a piece of work. */
export function within<T>(span: Span, work: () => T): T {
  return current.run(span, work);
}

/** Does something that is part of no trace, such as what goes on for hours and for many. */
export function untraced<T>(work: () => T): T {
  return current.getStore() ? current.exit(work) : work();
}

/** Does something as a piece of the work under way; where nothing is traced, it is just done. */
export function traced<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  const parent = current.getStore();
  if (!parent) return work();
  return withSpan(parent.begin(name, options), work);
}

/** Does the work of a span, which ends with it. */
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
