/*
 * A backup file: a line that says what it is; a gzip stream of frames; and a last line with the SHA-256 of all
 * that is before it. Without its last line a file is incomplete, and any changed byte is noticed.
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

/** Maximum size of one frame, in bytes. */
export const LONGEST_FRAME = 64 * 1024 * 1024;

/** What a frame is. */
export type FrameKind = "H" | "T" | "D" | "E" | "M";

/** One frame. */
export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

/** What the backup was made from; known before the first row is read. */
export interface BackupHeader {
  /** ISO 8601, by the clock of the server. */
  readonly takenAt: string;
  readonly serverVersion: string;
  /** Names of the migrations that had run, in their order, by schema. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  /**
   * Schemas with a log that was being written at the moment of the backup. A reader may know more entries than
   * the backup has up to the same entry.
   */
  readonly unsettledLogs: readonly string[];
}

/** A table of a backup. */
export interface BackupTable {
  /** With its schema. */
  readonly name: string;
  /** In the order of the rows, without generated columns. */
  readonly columns: readonly string[];
}

/** What the rows of a table are compared with, wherever they are read. */
export interface TableContent {
  readonly rows: number;
  /** See `RowsDigest`. */
  readonly digest: string;
}

/** The value of a sequence. It may be higher than at the moment of the backup. */
export interface SequenceState {
  /** With its schema. */
  readonly name: string;
  /** Text, since it may be larger than a number of JavaScript. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Everything that is in a backup; known once everything has been read. */
export interface BackupManifest {
  readonly tables: readonly (BackupTable & TableContent)[];
  readonly sequences: readonly SequenceState[];
  /** How many secrets each key has sealed, by the key's id; the keys themselves are not in the backup. */
  readonly secrets: Readonly<Record<string, number>>;
}
