import { open, rename, stat, type FileHandle } from "node:fs/promises";
import { codeOf } from "./cluster-error.ts";

const MAX_BYTES = 10 * 1024 * 1024;

/** PostgreSQL's own log, as one start sees it. */
export interface ServerLog extends AsyncDisposable {
  /** To be the server's standard error. */
  readonly fd: number;
  /** What was written since this start began. */
  sinceStart(): Promise<string>;
}

/**
 * Opens the server's log for appending. One larger than 10 MiB is set aside first, as `<path>.1`;
 * an older one set aside is given up. Only the hub's user may read it, for statements stand in it.
 */
export async function openServerLog(path: string): Promise<ServerLog> {
  if ((await sizeOf(path)) > MAX_BYTES) await rename(path, `${path}.1`);
  const from = await sizeOf(path);
  const file: FileHandle = await open(path, "a+", 0o600);
  return {
    fd: file.fd,
    async sinceStart() {
      const buffer = Buffer.alloc(64 * 1024);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
      return buffer.toString("utf8", 0, bytesRead);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return 0;
    throw error;
  }
}
