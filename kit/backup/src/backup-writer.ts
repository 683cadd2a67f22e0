import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { syncFolder } from "@alliance-hub/postgres/private-file";
import { FIRST_LINE, type FrameKind } from "./backup-format.ts";
import { BackupFault } from "./backup-fault.ts";

/**
 * A backup file that is being written. It has another name until it is complete. Disposing of it before that
 * removes it.
 */
export interface BackupWriter extends AsyncDisposable {
  /** What the file is called while it is written. */
  readonly draft: string;
  /** Writes a frame; waits if the disk is slower. */
  frame(kind: FrameKind, content: object | Buffer): Promise<void>;
  /** Ends the file and waits until it is on the disk. @returns its size in bytes. */
  finish(): Promise<number>;
  /** Gives the finished file its name. */
  publish(): Promise<void>;
}

/**
 * Begins a backup file, readable by nobody but its owner (mode 0600).
 *
 * @throws BackupFault if there is a file of that name already.
 */
export async function createBackupWriter(path: string): Promise<BackupWriter> {
  const target = resolve(path);
  await requireFree(target);
  const draft = `${target}.unfinished-${randomUUID().slice(0, 8)}`;
  const told = (error: unknown): never => {
    throw new BackupFault(
      `${draft} cannot be written (${(error as Error).message}). Free some space, allow the hub's user to write there, or choose another place.`,
    );
  };
  const file = await open(draft, "wx", 0o600).catch(told);
  const whole = createHash("sha256");
  const gzip = createGzip({ level: 5 });
  const append = async (bytes: Buffer): Promise<void> => {
    whole.update(bytes);
    await file.writeFile(bytes).catch(told);
  };
  await append(Buffer.from(FIRST_LINE));
  const written = pipeline(gzip, async (zipped) => {
    for await (const chunk of zipped) await append(chunk as Buffer);
  });
  // The end waits for it. An error before that appears at the next frame.
  written.catch(() => undefined);
  let size: number | undefined;
  let isPublished = false;

  const write = async (bytes: Buffer): Promise<void> => {
    if (gzip.destroyed) await written;
    if (gzip.write(bytes)) return;
    await Promise.race([once(gzip, "drain"), written]);
  };
  return {
    draft,
    frame: async (kind, content) => {
      const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
      const head = Buffer.alloc(5, kind);
      head.writeUInt32BE(bytes.length, 1);
      await write(head);
      if (bytes.length > 0) await write(bytes);
    },
    finish: async () => {
      gzip.end();
      await written;
      await file.writeFile(`sha256 ${whole.digest("hex")}\n`).catch(told);
      await file.sync().catch(told);
      ({ size } = await file.stat());
      await file.close();
      return size;
    },
    publish: async () => {
      if (size === undefined) throw new Error("The backup is not finished.");
      await requireFree(target);
      await rename(draft, target);
      isPublished = true;
      await syncFolder(dirname(target));
    },
    [Symbol.asyncDispose]: async () => {
      if (isPublished) return;
      gzip.destroy();
      await written.catch(() => undefined);
      if (size === undefined) await file.close();
      await rm(draft, { force: true });
    },
  };
}

async function requireFree(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return;
  throw new BackupFault(
    `${path} already exists, and a backup does not overwrite files. Choose another name, or move the file away.`,
  );
}
