import { fieldInChinese } from "../words/fields.ts";
import type { Words } from "../words/words.ts";
import { findPersonalData } from "./personal-data.ts";

/** What a text field accepts. */
export interface TextRule {
  /** Name of the field as the client wrote it; messages name it. */
  readonly field: string;
  /** Minimum number of characters (code points) after trimming. Default 1; 0 lets the text be empty. */
  readonly minLength?: number;
  /** Maximum number of characters (code points) after trimming. */
  readonly maxLength: number;
  /** Line breaks allowed. Default false. */
  readonly multiline?: boolean;
  /** Others may read it: identity and mobile numbers are rejected. Default false. */
  readonly public?: boolean;
}

/** White space, ideographic too, and characters without width: trimmed at both ends. */
const EDGE = /[\s\u00ad\u180e\u200b-\u200d\u2060\ufeff]/u;
/** A character that somebody can see. */
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const LINE_BREAK = /[\n\u2028\u2029]/u;
const CONTROL = /(?!\n)\p{Cc}/u;
/** Embeddings, overrides and isolates: text that reads in another order than it is stored (Unicode UAX #9, 2). */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;

/**
 * A text as it is stored: trimmed, in Unicode normal form C, with `\n` for line breaks. Or the
 * fault: a sentence that names the field, the rule and the way out, and nothing of the value.
 */
export function checkText(value: string, rule: TextRule): { value: string } | { fault: Words } {
  const fault = ({ zh, en }: Words): { fault: Words } => ({
    fault: { zh: `${fieldInChinese(rule.field)}${zh}`, en: `"${rule.field}" ${en}` },
  });
  if (!value.isWellFormed())
    return fault({
      zh: "含有不完整的字符（半个代理对）。请以 UTF-8 发送。",
      en: "is not valid Unicode (half a surrogate pair). Send UTF-8.",
    });
  const edged = trimmed(value.normalize("NFC"));
  const text = rule.multiline ? edged.replaceAll(/\r\n|[\u2028\u2029]/g, "\n") : edged;
  if (!rule.multiline && LINE_BREAK.test(text))
    return fault({
      zh: "只能写一行。请去掉换行。",
      en: "must be a single line. Leave out the line breaks.",
    });
  const control = CONTROL.exec(text) ?? DIRECTION.exec(text);
  if (control)
    return fault({
      zh: `含有看不见的控制字符 ${codePoint(control[0])}。请去掉。`,
      en: `contains the invisible control character ${codePoint(control[0])}. Leave it out.`,
    });

  const length = VISIBLE.test(text) ? Array.from(text).length : 0;
  const least = rule.minLength ?? 1;
  if (length === 0 && least > 0)
    return fault({
      zh: "没有填写。请至少写一个字。",
      en: "is empty. Write at least one visible character.",
    });
  if (length < least)
    return fault({
      zh: `有 ${length} 个字，至少要 ${least} 个字。请补充。`,
      en: `has ${length} characters; it needs at least ${least}. Write more.`,
    });
  if (length > rule.maxLength)
    return fault({
      zh: `有 ${length} 个字，最多 ${rule.maxLength} 个字。请缩短。`,
      en: `has ${length} characters; the limit is ${rule.maxLength}. Shorten it.`,
    });

  const personal = rule.public ? findPersonalData(text) : undefined;
  return personal ? fault(PERSONAL[personal.kind]) : { value: length === 0 ? "" : text };
}

const PERSONAL = {
  IDENTITY_NUMBER: {
    zh: "含有疑似居民身份证号码的内容。别人会看到这段文字，请去掉号码。",
    en: "contains what looks like a resident identity number. Other people read this text, so leave the number out.",
  },
  MOBILE_NUMBER: {
    zh: "含有疑似手机号码的内容。别人会看到这段文字，请改写办公电话。",
    en: "contains what looks like a mobile number. Other people read this text, so give an office telephone instead.",
  },
} as const;

/** Without edges. Walks from both ends: a pattern ending in `+$` takes quadratic time on a long blank. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** As in `U+202E`. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
