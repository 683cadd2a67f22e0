import { noticeKinds } from "../notice-kind.ts";

const UNITS = { zh: "委员会的成员单位", en: "the committee's units" };

/** What is told of collection rounds. */
export const COLLECTION_ROUND_NOTICES = noticeKinds("CollectionRound", {
  OPENED: {
    to: UNITS,
    zh: "{committee}发起清单征集{round}，请于{closesOn}前填报",
    en: "{committee} calls for lists: {round}. Please answer by {closesOn}",
  },
  CHANGED: {
    to: UNITS,
    zh: "{committee}的清单征集{round}有变动，截止{closesOn}[。更正了{changes}]",
    en: "The call for lists {round} of {committee} has changed; it ends {closesOn}[. What changed: {changes}]",
  },
  CLOSED: {
    to: UNITS,
    zh: "{committee}的清单征集{round}已结束",
    en: "The call for lists {round} of {committee} is closed",
  },
});
