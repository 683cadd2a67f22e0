import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSecretsKey } from "@alliance-hub/platform/webhooks/secret";
import type { Config } from "../config.ts";

/**
 * Error codes of a folder that cannot be written to, for example if a hub with an external server runs
 * read-only.
 */
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR"]);

/**
 * The key that encrypts secrets in the database: the key of the settings, or else a key in the data folder,
 * which is made the first time (file mode 0600). Several hubs on one database need the same key in their
 * settings.
 *
 * @returns undefined if there is none and none can be stored. Then the hub runs without webhooks and says so.
 */
export async function openSecretsKey(
  config: Pick<Config, "secretsKey" | "dataDirectory" | "databaseUrl">,
  report: (step: string) => void = () => undefined,
): Promise<Uint8Array | undefined> {
  if (config.secretsKey) return config.secretsKey;
  const file = secretsKeyFile(config);
  let key: Uint8Array;
  try {
    key = (await readKey(file)) ?? (await makeKey(file));
  } catch (error) {
    if (!UNWRITABLE.has(codeOf(error))) throw error;
    report(
      `Webhooks: off, since HUB_SECRETS_KEY is not set and no key can be kept in ${config.dataDirectory}`,
    );
    return undefined;
  }
  if (config.databaseUrl !== undefined) {
    report(
      `Webhook secrets: encrypted with the key in ${file}; hubs that share a database need HUB_SECRETS_KEY`,
    );
  }
  return key;
}

/** The same key, if there is one already; none is made. */
export async function findSecretsKey(
  config: Pick<Config, "secretsKey" | "dataDirectory">,
): Promise<Uint8Array | undefined> {
  return config.secretsKey ?? (await readKey(secretsKeyFile(config)));
}

/** The file of a data folder that holds the key (mode 0600). */
export function secretsKeyFile({ dataDirectory }: Pick<Config, "dataDirectory">): string {
  return join(dataDirectory, "secrets-key");
}

async function makeKey(file: string): Promise<Uint8Array> {
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    // If two hubs start at the same time, one of them creates the file, complete, and the other reads it.
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKey(file);
  if (made) return made;
  // A new key would make every stored secret unreadable, so a person must decide this.
  throw new Error(
    `The key for secrets in ${file} cannot be read. Put the previous file back. Or remove it, and rotate the secrets of all webhook endpoints.`,
  );
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    return readSecretsKey((await readFile(file, "utf8")).trim());
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return String(Reflect.get(Object(error), "code"));
}
