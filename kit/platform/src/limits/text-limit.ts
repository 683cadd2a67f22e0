import { type TextLimits, requireText } from "./require-text.ts";
import { gathered } from "../errors/faults.ts";
import { badInput } from "../errors/hub-error.ts";
import { fieldInChinese } from "../words/fields.ts";
import { type Label, type Limit, described, grouped } from "./limit.ts";

/** A text of a field: trimmed, normalised, and without personal numbers if others may read it. */
export function textLimit(label: Label, limits: TextLimits): Limit<string> {
  const { minLength = 1, maxLength } = limits;
  return {
    description: described(label, {
      zh: `${minLength} 至 ${maxLength} 字`,
      en: `${minLength} to ${grouped(maxLength)} characters`,
    }),
    check: (field, value) => requireText(field, value, limits),
  };
}

/** The title of a record in lists. */
export const TITLE = textLimit({ zh: "标题", en: "Title" }, { maxLength: 100 });

/** Why something ends or is sent back: the same limits in every mutation that asks for it. */
export const REASON = textLimit({ zh: "原因", en: "Why" }, { maxLength: 200 });

/** Short texts of a list; each is kept once. */
export function textsLimit(
  label: Label,
  limits: TextLimits & { readonly mostEntries: number },
): Limit<readonly string[], string[]> {
  const { minLength = 1, maxLength, mostEntries } = limits;
  return {
    description: described(label, {
      zh: `至多 ${mostEntries} 项，每项 ${minLength} 至 ${maxLength} 字`,
      en: `up to ${grouped(mostEntries)}, ${minLength} to ${grouped(maxLength)} characters each`,
    }),
    check: (field, values) => {
      if (values.length > mostEntries) {
        throw badInput(field, {
          zh: `${fieldInChinese(field)}有 ${values.length} 项，最多 ${mostEntries} 项。请删减。`,
          en: `"${field}" has ${values.length} entries; the limit is ${mostEntries}. Leave some out.`,
        });
      }
      const texts = gathered(
        Object.fromEntries(
          values.map((value, i) => [i, () => requireText(field, value, { ...limits, entry: i })]),
        ),
      );
      return [...new Set(Object.values(texts))];
    },
  };
}
