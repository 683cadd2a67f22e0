import { noticeKinds } from "../notice-kind.ts";

/** What is told of issues. */
export const ISSUE_NOTICES = noticeKinds("Issue", {
  RAISED: {
    to: { zh: "责任单位和委员会", en: "the owner and the committee" },
    zh: "{committee}的问题{issue}由{owner}负责[，期限{deadline}]",
    en: "{owner} is responsible for the issue {issue} of {committee}[, by {deadline}]",
  },
  HANDED_OVER: {
    to: {
      zh: "原责任单位、责任单位和委员会",
      en: "the previous owner, the owner and the committee",
    },
    zh: "{committee}的问题{issue}转由{owner}负责，原责任单位：{previous}[，期限{deadline}][。另有更正：{changes}][。原因：{reason}]",
    en: "{owner} is responsible for the issue {issue} of {committee} now, before {previous}[, by {deadline}][. Also corrected: {changes}][. Reason: {reason}]",
  },
  CORRECTED: {
    to: {
      zh: "责任单位和委员会；已解决的问题更正责任单位时，还有原责任单位",
      en: "the owner and the committee; where the owner of a resolved one is corrected, the previous owner, too",
    },
    zh: "问题{issue}的内容有更正[：{changes}]",
    en: "What was entered of the issue {issue} was corrected[: {changes}]",
  },
  REOPENED: {
    to: { zh: "责任单位和委员会", en: "the owner and the committee" },
    zh: "问题{issue}恢复办理，由{owner}负责[，期限{deadline}][。原因：{reason}]",
    en: "The issue {issue} is open again, {owner} is responsible[, by {deadline}][. Reason: {reason}]",
  },
  RESOLVED: {
    to: { zh: "责任单位和委员会", en: "the owner and the committee" },
    zh: "问题{issue}已解决[：{outcome}]",
    en: "The issue {issue} is resolved[: {outcome}]",
  },
});
