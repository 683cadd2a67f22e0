import type { AdmissionLimits } from "./admission-limits.ts";
import type { StreamLimits } from "./stream-limits.ts";

/** Limits of one request, and of streams. */
export interface Limits {
  /** Body, in bytes. */
  readonly bodyBytes: number;
  /** Lexical tokens of a document. */
  readonly tokens: number;
  /** Levels of nested selections. */
  readonly depth: number;
  /** Aliases in a document, fragments counted where they are spread. */
  readonly aliases: number;
  /** Rows the document could return by its page sizes. */
  readonly rows: number;
  /** Time to answer, in milliseconds. */
  readonly deadlineMs: number;
  readonly streams: StreamLimits;
  readonly admission: AdmissionLimits;
}
