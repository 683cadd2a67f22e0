import { noticeKinds } from "../notice-kind.ts";

/** What is told of webhook endpoints and group robots. */
export const WEBHOOK_ENDPOINT_NOTICES = noticeKinds("WebhookEndpoint", {
  DISABLED: {
    to: { zh: "该单位", en: "the unit that it belongs to" },
    zh: "{organization}的推送（{kind}[，{label}]）发送不成，枢纽已停用它[。原因：{reason}]。修复后可重新启用，停用期间的消息会补发",
    en: "The hub disabled a webhook of {organization} ({kind}[, {label}]) because its messages do not arrive[. Reason: {reason}]. Enable it again when that is repaired; what it missed is sent then",
  },
});
