import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { badInput } from "../errors/hub-error.ts";
import { isStorable } from "../text/storable.ts";

/** A repeatable call: who sent it under which key, and what it was. */
export interface IdempotentCall {
  readonly subject: string;
  readonly key: string;
  readonly action: string;
  readonly input: object;
}

/** The answer to a call: which record, and its fields at that moment. */
export interface StoredAnswer {
  readonly recordId: string;
  readonly snapshot: string;
}

/** Longest key, in characters. */
const MAX_KEY_LENGTH = 200;

/**
 * Claims the key inside the caller's transaction. A second call with the key waits for the first
 * to commit or roll back (the primary key of the table makes it wait).
 *
 * @returns what the first call answered, or undefined if this call is the first.
 * @throws HubError `BAD_USER_INPUT` if the key was used for something else.
 */
export async function claimKey<DB>(
  rows: Kysely<DB>,
  call: IdempotentCall,
): Promise<StoredAnswer | undefined> {
  if (call.key.length === 0 || call.key.length > MAX_KEY_LENGTH) {
    throw badInput("idempotencyKey", {
      zh: `幂等键应有 1 至 ${MAX_KEY_LENGTH} 个字符。例如可以用一个新的 UUID。`,
      en: `"idempotencyKey" must have 1 to ${MAX_KEY_LENGTH} characters. Send a new UUID, for example.`,
    });
  }
  if (!isStorable(call.key))
    throw badInput("idempotencyKey", {
      zh: "幂等键含有空字符或不完整的字符。请用普通文字，例如一个新的 UUID。",
      en: '"idempotencyKey" holds a NUL or half a surrogate pair. Use plain text, such as a fresh UUID.',
    });
  const hash = inputHash(call.input);
  const claimed = await sql`
    insert into idempotency (subject, key, action, input_hash, created_at)
    values (${call.subject}, ${call.key}, ${call.action}, ${hash}, now())
    on conflict (subject, key) do nothing returning key`.execute(rows);
  if (claimed.rows.length > 0) return undefined;
  const first = await sql<StoredAnswer & { action: string; inputHash: string }>`
    select action, input_hash, record_id, snapshot from idempotency
    where subject = ${call.subject} and key = ${call.key}`.execute(rows);
  const known = first.rows[0];
  if (!known || known.action !== call.action || known.inputHash !== hash) {
    throw badInput("idempotencyKey", {
      zh: "此幂等键已用于另一个请求。每次更改请用新的键。",
      en: `"idempotencyKey" was used before for another request. Use a new key for each change.`,
    });
  }
  return known;
}

/** Stores the answer for calls that repeat the request. */
export async function settleKey<DB>(
  rows: Kysely<DB>,
  call: IdempotentCall,
  answered: StoredAnswer,
): Promise<void> {
  await sql`
    update idempotency set record_id = ${answered.recordId}, snapshot = ${answered.snapshot}
    where subject = ${call.subject} and key = ${call.key}`.execute(rows);
}

function inputHash(input: object): string {
  const { idempotencyKey: _key, ...rest } = input as Record<string, unknown>;
  return createHash("sha256").update(JSON.stringify(rest)).digest("base64url");
}
