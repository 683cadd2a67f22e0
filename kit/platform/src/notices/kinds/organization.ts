import { noticeKinds } from "../notice-kind.ts";

const UNIT = { zh: "该单位", en: "the unit" };

/** What is told of organisations. */
export const ORGANIZATION_NOTICES = noticeKinds("Organization", {
  CHANGED: {
    to: UNIT,
    zh: "{organization}的登记信息有变动",
    en: "The entry of {organization} was changed",
  },
});
