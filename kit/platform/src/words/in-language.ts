import type { Language } from "./language.ts";
import { inTraditional } from "./traditional.ts";
import type { Words } from "./words.ts";

/** What words say in a reader's language. @param language default: simplified Chinese. */
export function inLanguage({ zh, en }: Words, language: Language = "zh-CN"): string {
  if (language === "en") return en;
  return language === "zh-Hant" ? inTraditional(zh) : zh;
}
