import { noticeKinds } from "../notice-kind.ts";

const COMMITTEE = { zh: "所列入的委员会", en: "the committee on whose list it is" };

/** What is told of needs. */
export const NEED_NOTICES = noticeKinds("Need", {
  POSTED: {
    to: COMMITTEE,
    zh: "{organization}提出需求{need}[，需于{neededBy}前]",
    en: "{organization} posted the need {need}[, wanted by {neededBy}]",
  },
  WITHDRAWN: {
    to: COMMITTEE,
    zh: "{organization}撤回了需求{need}[。原因：{reason}]",
    en: "{organization} withdrew the need {need}[. Reason: {reason}]",
  },
});
