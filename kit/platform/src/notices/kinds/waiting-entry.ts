import { noticeKinds } from "../notice-kind.ts";

const WAITING = { zh: "候补单位", en: "the unit that waits" };

/** What is told of waiting lists. */
export const WAITING_NOTICES = noticeKinds("WaitingEntry", {
  OFFERED: {
    to: WAITING,
    zh: "您候补的{resource}（{during}）已空出，为您保留至{until}，请在此之前接受",
    en: "The time that you wait for is free: {resource}, {during}. It is held for you until {until}; accept it before then",
  },
  BLOCKED: {
    to: WAITING,
    zh: "{resource}于{blocked}停用，为您保留的{during}暂不能用；您仍在候补，恢复后按先后再让给您[。原因：{reason}]",
    en: "{resource} cannot be used from {blocked}, so {during} is no longer held for you. You still wait, and are offered it again, in order, once it can be used[. Reason: {reason}]",
  },
  TAKEN: {
    to: WAITING,
    zh: "您候补的{resource}（{during}）已同意由其他单位使用，您仍在候补",
    en: "The time that you wait for was confirmed for another unit: {resource}, {during}. You still wait for it",
  },
  LAPSED: {
    to: WAITING,
    zh: "为您保留的{resource}（{during}）已过接受的时间，候补已失效",
    en: "You did not accept {resource}, {during}, in time; you no longer wait for it",
  },
  HAD: {
    to: WAITING,
    zh: "您的单位已约到所候补的{resource}（{during}），候补随之结束",
    en: "Your unit has got the time that it waited for: {resource}, {during}. It no longer waits for it",
  },
  IN_VAIN: {
    to: WAITING,
    zh: "您候补的{resource}（{during}）已不能预约，候补已结束",
    en: "The time that you waited for cannot be had: {resource}, {during}. You no longer wait for it",
  },
});
