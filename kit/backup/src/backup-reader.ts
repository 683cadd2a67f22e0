import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import {
  ANY_FIRST_LINE,
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
  FIRST_LINE,
  type Frame,
  type FrameKind,
  LAST_LINE,
  LAST_LINE_BYTES,
  LONGEST_FRAME,
} from "./backup-format.ts";
import { BackupFault } from "./backup-fault.ts";

const HEAD_BYTES = 5;

/**
 * Compares a file with its own last line, byte by byte.
 *
 * @throws BackupFault if it is not a backup, incomplete, or damaged.
 */
export async function requireWholeFile(path: string): Promise<void> {
  const { first, last, size } = await readEnds(path);
  if (first !== FIRST_LINE) {
    const version = ANY_FIRST_LINE.exec(first)?.[1];
    throw new BackupFault(
      version === undefined
        ? `${path} is not a backup of a hub. Name a file that npm run backup has written.`
        : `${path} has the format ${version}, which this hub does not know. Restore it with the hub that wrote it, or a newer one.`,
    );
  }
  const [, stated] = LAST_LINE.exec(last) ?? [];
  if (stated === undefined)
    throw new BackupFault(`${path} is incomplete: its end is missing. Use another backup.`);
  const found = createHash("sha256");
  const end = size - LAST_LINE_BYTES - 1;
  for await (const chunk of createReadStream(path, { end })) found.update(chunk as Buffer);
  if (found.digest("hex") !== stated)
    throw new BackupFault(
      `${path} is damaged: it has changed since it was written. Use another backup.`,
    );
}

async function readEnds(path: string): Promise<{ first: string; last: string; size: number }> {
  await using file = await open(path).catch((error: unknown) => {
    throw new BackupFault(`${path} cannot be read (${(error as Error).message}).`);
  });
  const { size } = await file.stat();
  const read = async (length: number, position: number): Promise<string> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.toString("latin1", 0, bytesRead);
  };
  const last = size < FIRST_LINE.length + LAST_LINE_BYTES ? "" : size - LAST_LINE_BYTES;
  return {
    size,
    first: await read(FIRST_LINE.length, 0),
    last: last === "" ? "" : await read(LAST_LINE_BYTES, last),
  };
}

/** The frames of a complete file. @throws BackupFault if something is not a frame. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const { size } = await readEnds(path);
  const file = createReadStream(path, {
    start: FIRST_LINE.length,
    end: size - LAST_LINE_BYTES - 1,
  });
  const unzipped = createGunzip();
  file.once("error", (error) => unzipped.destroy(error));
  let waiting: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of file.pipe(unzipped)) {
      waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk as Buffer]) : (chunk as Buffer);
      for (let frame = firstFrame(waiting); frame; frame = firstFrame(waiting)) {
        waiting = waiting.subarray(HEAD_BYTES + frame.bytes.length);
        yield frame;
      }
    }
  } finally {
    file.destroy();
    unzipped.destroy();
  }
  if (waiting.length > 0) throw malformed();
}

function firstFrame(waiting: Buffer): Frame | undefined {
  if (waiting.length < HEAD_BYTES) return undefined;
  const length = waiting.readUInt32BE(1);
  if (length > LONGEST_FRAME) throw malformed();
  if (waiting.length < HEAD_BYTES + length) return undefined;
  const kind = waiting.toString("latin1", 0, 1) as FrameKind;
  return { kind, bytes: waiting.subarray(HEAD_BYTES, HEAD_BYTES + length) };
}

/** What to do with a backup while it is read. The reader waits for each call. */
export interface BackupVisitor {
  readonly header: (header: BackupHeader) => Promise<void> | void;
  /** @returns what to do with the table's rows, and at their end. */
  readonly table: (table: BackupTable) => Promise<TableVisitor> | TableVisitor;
  readonly manifest: (manifest: BackupManifest) => Promise<void> | void;
}

/** What to do with the rows of one table. */
export interface TableVisitor {
  readonly rows: (bytes: Buffer) => Promise<void> | void;
  readonly end: () => Promise<void> | void;
}

/**
 * Reads a complete backup from its beginning to its end.
 *
 * @throws BackupFault if its frames do not come in their order; whatever the visitor throws.
 */
export async function visitBackup(path: string, visitor: BackupVisitor): Promise<void> {
  let before: FrameKind | undefined;
  let table: TableVisitor | undefined;
  for await (const { kind, bytes } of readFrames(path)) {
    if (!(FOLLOWS[before ?? "start"] ?? "").includes(kind)) throw malformed();
    before = kind;
    const content = <T>(): T => JSON.parse(bytes.toString("utf8")) as T;
    if (kind === "H") await visitor.header(content());
    else if (kind === "T") table = await visitor.table(content());
    else if (kind === "D") await table?.rows(bytes);
    else if (kind === "E") await table?.end();
    else await visitor.manifest(content());
  }
  if (before !== "M") throw malformed();
}

/** Which frames may come after which. */
const FOLLOWS: Readonly<Record<FrameKind | "start", string>> = {
  start: "H",
  H: "TM",
  T: "DE",
  D: "DE",
  E: "TM",
  M: "",
};

function malformed(): BackupFault {
  return new BackupFault(
    "The backup is complete, but this hub cannot read its format. Restore it with the version that wrote it.",
  );
}
