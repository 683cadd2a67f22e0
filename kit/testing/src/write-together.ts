import { Client } from "pg";

/** One statement in a transaction of its own. */
export interface WrittenStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether it is taken back in the end. */
  readonly isRolledBack: boolean;
}

/**
 * Runs each list of statements on a connection of its own, one after the other, all lists at the same time.
 *
 * @param url of a login that may do everything.
 * @param check is run again and again meanwhile, and once more when all is written. It has to wait for something
 *   outside, or nobody writes.
 */
export async function writeTogether(
  url: string,
  writers: readonly (readonly WrittenStatement[])[],
  check?: () => Promise<void>,
): Promise<void> {
  let isWriting = true;
  const written = Promise.all(writers.map((statements) => write(url, statements))).finally(
    () => (isWriting = false),
  );
  if (!check) return void (await written);
  const checked = (async () => {
    while (isWriting) await check();
  })();
  await Promise.all([written, checked]);
  await check();
}

async function write(url: string, statements: readonly WrittenStatement[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const { text, values, isRolledBack } of statements) {
      await client.query("begin");
      await client.query(text, [...values]);
      await client.query(isRolledBack ? "rollback" : "commit");
    }
  } finally {
    await client.end();
  }
}
