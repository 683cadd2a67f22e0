import { noticeKinds } from "../notice-kind.ts";

const BOTH = { zh: "代行者本人和委员会", en: "the deputy and the committee" };

/** What is told of handovers. */
export const HANDOVER_NOTICES = noticeKinds("Handover", {
  HANDED_OVER: {
    to: BOTH,
    zh: "{committee}自{from}至{until}由{deputy}代行",
    en: "{deputy} runs {committee} as its secretary's deputy from {from} to {until}",
  },
  ENDED: {
    to: BOTH,
    zh: "{deputy}对{committee}的代行已结束（原定{from}至{until}）[。原因：{reason}]",
    en: "The handover of {committee} to {deputy} has ended (it was to be {from} to {until})[. Reason: {reason}]",
  },
});
