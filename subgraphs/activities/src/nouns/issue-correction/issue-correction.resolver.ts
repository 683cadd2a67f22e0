import { mutations } from "@alliance-hub/platform/noun/mutations";
import { IssueType } from "../issue/issue.type.ts";
import * as inputs from "./issue-correction.input.ts";
import * as service from "./issue-correction.service.ts";

export const IssueCorrectionMutations = mutations(
  { field: "issue", type: IssueType, description: "问题。The issue." },
  { inputs, service },
  {
    updateIssue:
      "更改或更正问题，已解决的可以更正到次年 1 月 31 日，原值留在审计日志；责任单位的联络员可改措施与结果，其余由主持委员会的人更改。Changes or corrects an issue, one that is resolved up to 31 January of the next year; the audit log keeps the old values. The owner's liaison may change the measure and the result, whoever runs the committee everything.",
    reopenIssue:
      "恢复办理误作已解决的问题，到次年 1 月 31 日为止（责任单位的联络员，或委员会书记）。Opens an issue again that was resolved by mistake, up to 31 January of the next year; for its owner's liaison or whoever runs the committee.",
  },
);
