import { noticeKinds } from "../notice-kind.ts";

const BOTH = { zh: "本人和单位", en: "the person and the unit" };

/** What is told of liaisons. */
export const LIAISON_NOTICES = noticeKinds("Liaison", {
  NAMED: {
    to: BOTH,
    zh: "{name}为{organization}的联络员，可代表单位办理事务",
    en: "{name} is liaison of {organization} and acts for it",
  },
  CORRECTED: {
    to: BOTH,
    zh: "{organization}的联络员姓名更正为{name}",
    en: "The name of a liaison of {organization} was corrected: {name}",
  },
  ENDED: {
    to: BOTH,
    zh: "{name}不再是{organization}的联络员[。原因：{reason}]",
    en: "{name} is no longer liaison of {organization}[. Reason: {reason}]",
  },
});
