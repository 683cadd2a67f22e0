import { randomBytes } from "node:crypto";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { EntryKey } from "@alliance-hub/updates/entry-key";
import { createSeal } from "@alliance-hub/updates/seal";
import { resyncRequired } from "./resync.ts";

/**
 * The positions of one log, as clients have them: the id of an entry, sealed. Nobody can see from them where
 * they are or how many entries are between two of them, and nobody can make one.
 */
export interface Positions {
  /** The position of an entry that a reader gets. It is the same each time. */
  of(entry: EntryKey): string;
  /**
   * The position up to which a reader has checked everything. It differs each time, so that nobody can see
   * whether something happened that they may not see.
   */
  upTo(entry: EntryKey): string;
  /**
   * @throws HubError `BAD_USER_INPUT` if it is not a position, `RESYNC_REQUIRED` if it does not belong to this
   * log.
   */
  open(text: string): EntryKey;
}

const NUMBER_BYTES = 6;
const ID_BYTES = 16;
const NONCE_BYTES = 8;
/** A sealed position in base64url: a byte for the version and a tag of 16 bytes before it. */
const LENGTH = Math.ceil(((1 + 16 + NUMBER_BYTES + ID_BYTES + NONCE_BYTES) * 8) / 6);
const FORM = /^[\w-]+$/;
/** Older positions were not sealed. They name no entry. */
const UNSEALED = /^[0-9a-f]{12}\.\d{1,15}$/;
const NO_NONCE = Buffer.alloc(NONCE_BYTES);

/** @param key of the log. */
export function createPositions(key: Uint8Array): Positions {
  const seal = createSeal(key);
  const sealed = ({ number, id }: EntryKey, nonce: Buffer): string => {
    const bytes = Buffer.alloc(NUMBER_BYTES + ID_BYTES);
    bytes.writeUIntBE(number, 0, NUMBER_BYTES);
    bytes.write(id.replaceAll("-", ""), NUMBER_BYTES, "hex");
    return seal.seal(Buffer.concat([bytes, nonce]));
  };
  return {
    of: (entry) => sealed(entry, NO_NONCE),
    upTo: (entry) => sealed(entry, randomBytes(NONCE_BYTES)),
    open: (text) => {
      requireForm(text);
      const bytes = seal.open(text);
      if (!bytes) throw resyncRequired({ zh: "不属于此日志", en: "does not belong to this log" });
      const hex = bytes.toString("hex", NUMBER_BYTES, NUMBER_BYTES + ID_BYTES);
      const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      return { number: bytes.readUIntBE(0, NUMBER_BYTES), id };
    },
  };
}

function requireForm(text: string): void {
  if (text.length === LENGTH && FORM.test(text)) return;
  if (UNSEALED.test(Buffer.from(text.slice(0, 100), "base64url").toString("latin1")))
    throw resyncRequired({ zh: "由较早版本的枢纽给出", en: "was made by an older hub" });
  throw badInput("after", {
    zh: "起始位置不是日志中的位置。请传入某条更新或通知的 position 或某页的 endPosition，或者不传。",
    en: `"after" is not a position of this log. Pass "position" of one of its entries or "endPosition" of a page, or leave it out.`,
  });
}
