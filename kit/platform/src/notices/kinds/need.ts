import { noticeKinds } from "../notice-kind.ts";

const COMMITTEE = { zh: "所列入的委员会", en: "the committee on whose list it is" };

/** What is told of needs. */
export const NEED_NOTICES = noticeKinds("Need", {
  POSTED: {
    to: COMMITTEE,
    zh: "{organization}提出需求{need}[，需于{neededBy}前]",
    en: "{organization} posted the need {need}[, wanted by {neededBy}]",
  },
  CORRECTED: {
    to: COMMITTEE,
    zh: "{organization}更正了需求{need}[：{changes}]",
    en: "{organization} corrected the need {need}[: {changes}]",
  },
  WITHDRAWN: {
    to: COMMITTEE,
    zh: "{organization}撤回了需求{need}[。原因：{reason}]",
    en: "{organization} withdrew the need {need}[. Reason: {reason}]",
  },
  HANDED_OVER: {
    to: {
      zh: "原提出单位、接手的单位和所列入的委员会",
      en: "the unit that posted it, the one that takes it over, and the committee on whose list it is",
    },
    zh: "{previous}的需求{need}转由{organization}提出[。原因：{reason}]",
    en: "{organization} takes over the need {need} of {previous}[. Reason: {reason}]",
  },
});
