import type { Language } from "@alliance-hub/platform/words/language";

/** In which language the hub writes to people and systems. */
export const MailLanguage = { ZH_CN: "ZH_CN", ZH_TW: "ZH_TW", EN: "EN" } as const;
export type MailLanguage = (typeof MailLanguage)[keyof typeof MailLanguage];

/** The same, as words are made by. */
export const LANGUAGES: Readonly<Record<MailLanguage, Language>> = {
  ZH_CN: "zh-CN",
  ZH_TW: "zh-Hant",
  EN: "en",
};
