import { noticeKinds } from "../notice-kind.ts";

const OTHERS = { zh: "其他各方", en: "the other parties" };
const ALL = { zh: "各方和委员会", en: "the parties and the committee" };

/** What is told of agreements. */
export const AGREEMENT_NOTICES = noticeKinds("Agreement", {
  DRAFTED: {
    to: OTHERS,
    zh: "共建协议{agreement}已起草，贵单位是其中一方",
    en: "The agreement {agreement} was drafted; your unit is one of its parties",
  },
  PROPOSED: {
    to: OTHERS,
    zh: "共建协议{agreement}等待贵单位签署，期限{from}至{to}",
    en: "The agreement {agreement} waits for your signature; its term is {from} to {to}",
  },
  RETRACTED: {
    to: OTHERS,
    zh: "共建协议{agreement}已退回草稿，暂不需签署",
    en: "The proposal of the agreement {agreement} was withdrawn; it is a draft again",
  },
  SIGNED: {
    to: ALL,
    zh: "{organization}签署了共建协议{agreement}",
    en: "{organization} signed the agreement {agreement}",
  },
  ACTIVATED: {
    to: ALL,
    zh: "共建协议{agreement}各方均已签署，现已生效",
    en: "All parties have signed the agreement {agreement}; it is in force",
  },
  TERMINATED: {
    to: ALL,
    zh: "共建协议{agreement}已终止[。原因：{reason}]",
    en: "The agreement {agreement} was terminated[. Reason: {reason}]",
  },
  ENDS_SOON: {
    to: ALL,
    zh: "共建协议{agreement}将于{to}到期，还有 {days} 天",
    en: "The agreement {agreement} ends on {to}, in {days} days",
  },
  FULFILMENT_RECORDED: {
    to: OTHERS,
    zh: "共建协议{agreement}登记了兑现：{organization}的“{clause}”，累计 {times} 次",
    en: "Fulfilment of the agreement {agreement} was recorded: “{clause}” by {organization}, {times} times so far",
  },
});
