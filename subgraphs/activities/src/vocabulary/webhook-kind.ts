/** What takes the messages: a system of the organisation, or the robot of a chat group. */
export const WebhookKind = {
  WEBHOOK: "WEBHOOK",
  ROBOT_WECOM: "ROBOT_WECOM",
  ROBOT_DINGTALK: "ROBOT_DINGTALK",
  ROBOT_FEISHU: "ROBOT_FEISHU",
} as const;
export type WebhookKind = (typeof WebhookKind)[keyof typeof WebhookKind];
