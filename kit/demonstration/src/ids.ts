import { createHash } from "node:crypto";
import { ENTERED_AT } from "./days.ts";

/**
 * Id of a demonstration record: a UUID version 7 (RFC 9562, section 5.7) that is the same on every
 * machine. Its time is that of entry, plus one second for each step of the last part where that is
 * a number: lists are in the order of ids, newest first. All other bits come from SHA-256 of noun
 * and parts.
 */
export function demonstrationId(noun: string, ...parts: readonly (string | number)[]): string {
  const last = parts.at(-1);
  const timeMs = ENTERED_AT.getTime() + (typeof last === "number" ? last * 1000 : 0);
  return idOf(timeMs, noun, parts);
}

/** As {@link demonstrationId}, for a record that was entered at an instant of its own. */
export function enteredId(
  enteredAt: Date,
  noun: string,
  ...parts: readonly (string | number)[]
): string {
  return idOf(enteredAt.getTime(), noun, parts);
}

function idOf(timeMs: number, noun: string, parts: readonly (string | number)[]): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([noun, ...parts]))
    .digest("hex");
  const variant = (8 + (Number.parseInt(hash.slice(3, 4), 16) & 3)).toString(16);
  const digits = `${timeMs.toString(16).padStart(12, "0")}7${hash.slice(0, 3)}${variant}${hash.slice(4, 19)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
