import { noticeKinds } from "../notice-kind.ts";

const UNIT = { zh: "该单位", en: "the unit" };

/** What is told of organisations. */
export const ORGANIZATION_NOTICES = noticeKinds("Organization", {
  CHANGED: {
    to: UNIT,
    zh: "{organization}的登记信息有变动",
    en: "The entry of {organization} was changed",
  },
  MERGED: {
    to: { zh: "并入后的单位", en: "the unit that is left" },
    zh: "另一单位已并入{organization}，其全部记录转到名下",
    en: "Another organisation was merged into {organization}, with all its records",
  },
});
