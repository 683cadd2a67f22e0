import type { MailLanguage } from "../graph/generated/graphql.ts";

/** Each in its own words. By code points: the build would write the second in the page's own characters. */
export const LANGUAGES: Readonly<Record<MailLanguage, string>> = {
  ZH_CN: "\u7B80\u4F53\u4E2D\u6587",
  ZH_TW: "\u7E41\u9AD4\u4E2D\u6587",
  EN: "English",
};
