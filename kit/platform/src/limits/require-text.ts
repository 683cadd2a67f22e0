import { badInput } from "../errors/hub-error.ts";
import { checkText } from "../text/plain-text.ts";

/** Limits of a text field. */
export interface TextLimits {
  /** Minimum number of characters (code points) after trimming. Default 1. */
  readonly minLength?: number;
  readonly maxLength: number;
  /** Line breaks allowed. Default false. */
  readonly multiline?: boolean;
  /** Whether others may read it; then identity and mobile numbers are rejected. Default true. */
  readonly public?: boolean;
  /** Which entry of a list it is; the messages name it. */
  readonly entry?: number;
}

/**
 * A text as it is stored: trimmed and normalised. What others may read is checked for
 * identity and mobile numbers; a sign-in, which may look like one, is not.
 *
 * @throws HubError `BAD_USER_INPUT`, naming the field, the rule and the way out.
 */
export function requireText(field: string, value: string, limits: TextLimits): string {
  const { entry, ...rule } = limits;
  const named = entry === undefined ? field : `${field}.${entry}`;
  const checked = checkText(value, { public: true, ...rule, field: named });
  if ("fault" in checked) throw badInput(field, checked.fault);
  return checked.value;
}
