/*
 * A backup file: a line that says what it is; a gzip stream of frames; and a last line with the SHA-256 of all
 * that is before it. Without its last line a file is not whole, and with any byte changed it is not the same.
 *
 * A frame is a letter, the length of what follows in four bytes, and that. In their order: H, the header; for
 * each table T, any number of D with rows as COPY writes them, and E; M, the manifest.
 */

export const FIRST_LINE = "alliance-hub backup 1\n";

/** Of any version, as the beginning of a file says it. */
export const ANY_FIRST_LINE = /^alliance-hub backup (\d+)\n/;

/** `sha256 `, 64 hexadecimal digits and a line feed. */
export const LAST_LINE = /^sha256 ([0-9a-f]{64})\n$/;
export const LAST_LINE_BYTES = 72;

/** Bytes of one frame at most. */
export const LONGEST_FRAME = 64 * 1024 * 1024;

/** What a frame is. */
export type FrameKind = "H" | "T" | "D" | "E" | "M";

/** One frame. */
export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

/** What a backup is of; known before the first row is read. */
export interface BackupHeader {
  /** ISO 8601, by the clock of the server. */
  readonly takenAt: string;
  readonly serverVersion: string;
  /** Names of the migrations that had run, in their order, by schema. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  /**
   * Schemas with a log in which something was being written when the moment was taken: whoever read on
   * may know of more than the backup has up to the same entry.
   */
  readonly unsettledLogs: readonly string[];
}

/** A table of a backup. */
export interface BackupTable {
  /** With its schema. */
  readonly name: string;
  /** In the order in which rows have them; generated ones are left out. */
  readonly columns: readonly string[];
}

/** What a table's rows are held against, wherever they are read. */
export interface TableContent {
  readonly rows: number;
  /** See `RowsDigest`. */
  readonly digest: string;
}

/** Where a sequence stands; it may have gone on since the moment that was taken. */
export interface SequenceState {
  /** With its schema. */
  readonly name: string;
  /** Text, since it may be larger than a number of JavaScript. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** All that is in a backup; known once everything has been read. */
export interface BackupManifest {
  readonly tables: readonly (BackupTable & TableContent)[];
  readonly sequences: readonly SequenceState[];
  /** How many secrets each key has sealed, by the key's id; the keys themselves are not in the backup. */
  readonly secrets: Readonly<Record<string, number>>;
}
