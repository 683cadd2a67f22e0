import { noticeKinds } from "../notice-kind.ts";

const COMMITTEE = { zh: "所列入的委员会", en: "the committee on whose list it is" };

/** What is told of resources. */
export const RESOURCE_NOTICES = noticeKinds("Resource", {
  SHARED: {
    to: COMMITTEE,
    zh: "{organization}共享了资源{resource}",
    en: "{organization} shares {resource}",
  },
  CORRECTED: {
    to: COMMITTEE,
    zh: "{organization}更正了资源{resource}[：{changes}]",
    en: "{organization} corrected {resource}[: {changes}]",
  },
  WITHDRAWN: {
    to: COMMITTEE,
    zh: "{organization}撤回了资源{resource}[。原因：{reason}]",
    en: "{organization} withdrew {resource}[. Reason: {reason}]",
  },
});
