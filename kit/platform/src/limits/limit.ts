import type { Words } from "../words/words.ts";

/**
 * What a field of an input accepts. `description` appears in the schema; `check` rejects everything else. You
 * can pass a limit as the options of a field: `@Field(() => String, NAME)`.
 */
export interface Limit<Given, Kept = Given> {
  /** Chinese, then English, with the limits in numbers. */
  readonly description: string;
  /**
   * The value as it is stored.
   *
   * @throws HubError `BAD_USER_INPUT`, naming the field, the rule and the way out.
   */
  readonly check: (field: string, value: Given) => Kept;
}

/** The options of an optional field: `@Field(() => String, optional(NAME))`. */
export function optional(field: { readonly description: string }): {
  readonly description: string;
  readonly nullable: true;
} {
  return { description: field.description, nullable: true };
}

/** What a field is, for its description: `zh` and `en` without the full stop. */
export type Label = Words;

/** A description made of a label and the limits in both languages: "名称，1 至 100 字。Name, 1 to 100 characters." */
export function described(label: Label, limits: Label): string {
  return `${label.zh}，${limits.zh}。${label.en}, ${limits.en}.`;
}

/** A number as English writes it: 1,000,000. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}
