import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type JWK, SignJWT, createLocalJWKSet, exportJWK, generateKeyPair, importJWK } from "jose";
import type { TokenIssuer } from "./tokens.ts";

const ISSUER = "alliance-hub-demonstration";
const AUDIENCE = "alliance-hub";
const ALGORITHM = "ES256";

/** The issuer of demonstration mode: signs for the demonstration people, with a key of this data folder. */
export interface DemonstrationIssuer extends TokenIssuer {
  /** A token for a subject. @param lifetimeSeconds default one hour. */
  token(subject: string, lifetimeSeconds?: number): Promise<string>;
}

/** Opens the issuer of a data folder; makes its key pair the first time (file mode 0600). */
export async function openDemonstrationIssuer(dataDirectory: string): Promise<DemonstrationIssuer> {
  const secret = await readOrMakeKey(join(dataDirectory, "demonstration-key.json"));
  const key = await importJWK(secret, ALGORITHM);
  const { d: _private, ...open } = secret;
  return {
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: createLocalJWKSet({ keys: [{ ...open, alg: ALGORITHM, use: "sig" }] }),
    token: (subject, lifetimeSeconds = 3600) =>
      new SignJWT({})
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(subject)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
        .sign(key),
  };
}

async function readOrMakeKey(file: string): Promise<JWK> {
  const known = await readKey(file);
  if (known) return known;
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  try {
    // "wx": if two hubs start at the same time, one makes the key and the other reads it.
    await writeFile(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (Reflect.get(error as object, "code") !== "EEXIST") throw error;
  }
  const made = await readKey(file);
  if (!made)
    throw new Error(
      `The demonstration key in ${file} cannot be read. Remove the file to have a new one made.`,
    );
  return made;
}

async function readKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as JWK;
  } catch {
    return undefined;
  }
}
