import type {
  ApplicationState,
  CommitteeKind,
  HandoverState,
  SettlementWay,
  WebhookKind,
} from "../graph/generated/graphql.ts";

export const COMMITTEE_KINDS: Readonly<Record<CommitteeKind, string>> = {
  JOINT_COMMITTEE: "大工委、大党委",
  JOINT_MEETING: "联席会议",
  LEADING_GROUP: "领导小组",
  WORKING_GROUP: "专班",
};

export const APPLICATION_STATES: Readonly<Record<ApplicationState, string>> = {
  SUBMITTED: "待答复",
  ACCEPTED: "已同意",
  RETURNED: "已退回",
  WITHDRAWN: "已撤回",
};

export const HANDOVER_STATES: Readonly<Record<HandoverState, string>> = {
  PLANNED: "未开始",
  CURRENT: "代行中",
  ENDED: "已结束",
};

export const SETTLEMENT_WAYS: Readonly<Record<SettlementWay, string>> = {
  STAY: "保留",
  HAND_OVER: "移交给另一单位",
  END: "结束",
};

export const WEBHOOK_KINDS: Readonly<Record<WebhookKind, string>> = {
  WEBHOOK: "单位自己的系统",
  ROBOT_WECOM: "企业微信群机器人",
  ROBOT_DINGTALK: "钉钉群机器人",
  ROBOT_FEISHU: "飞书群机器人",
};
