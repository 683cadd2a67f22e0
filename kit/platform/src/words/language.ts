import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

/** The languages that messages are told in, as language tags (RFC 5646). */
export const LANGUAGES = ["zh-CN", "zh-Hant", "en"] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** The language for a reader, by the header `Accept-Language`. */
export type ChooseLanguage = (acceptLanguage: string | undefined) => Language;

/** There are few kinds of clients, and each always sends the same header. */
const KEPT_HEADERS = 200;
const LONGEST_KEPT = 300;

/** @param usual the language for those who ask for none, or only for others. */
export function createLanguageChoice(usual: Language): ChooseLanguage {
  const known = new LRUCache<string, Language>({ max: KEPT_HEADERS });
  return (header) => {
    if (header === undefined || header === "" || header === "*") return usual;
    const found = known.get(header);
    if (found) return found;
    const language = firstKnown(header) ?? usual;
    if (header.length <= LONGEST_KEPT) known.set(header, language);
    return language;
  };
}

/** The ranges by their q-values, without those that are refused (RFC 9110, section 12.5.4). */
function firstKnown(header: string): Language | undefined {
  const ranges = new Negotiator({ headers: { "accept-language": header } }).languages();
  for (const range of ranges) {
    const language = languageOf(range);
    if (language) return language;
  }
  return undefined;
}

function languageOf(range: string): Language | undefined {
  if (/^zh-(hant|tw|hk|mo)\b/i.test(range)) return "zh-Hant";
  if (/^zh\b/i.test(range)) return "zh-CN";
  return /^en\b/i.test(range) ? "en" : undefined;
}
