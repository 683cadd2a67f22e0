import { noticeKinds } from "../notice-kind.ts";

const HOST = { zh: "主办单位", en: "the host" };
const TAKERS = { zh: "参加的单位和委员会", en: "the units that take part and the committee" };
const ALL = {
  zh: "参加和受邀的单位，以及委员会",
  en: "the units that take part or are invited, and the committee",
};

/** What is told of activities and of those who take part in them. */
export const ACTIVITY_NOTICES = noticeKinds("Activity", {
  SCHEDULED: {
    to: { zh: "主办单位和委员会", en: "the host and the committee" },
    zh: "{committee}的日历上排定了{activity}，由{host}主办：{during}[，主办单位请在{answerBy}前答复是否主办]",
    en: "{activity} is on the calendar of {committee}, hosted by {host}: {during}[; the host is asked to answer before {answerBy}]",
  },
  RESCHEDULED: {
    to: ALL,
    zh: "{activity}改期至{during}（原定{previously}）[。原因：{reason}]",
    en: "{activity} was moved to {during} (before: {previously})[. Reason: {reason}]",
  },
  CANCELLED: {
    to: ALL,
    zh: "{activity}已取消（原定{during}）[。原因：{reason}]",
    en: "{activity} was cancelled (it was to be {during})[. Reason: {reason}]",
  },
  HANDED_OVER: {
    to: {
      zh: "原主办单位、参加和受邀的单位，以及委员会",
      en: "the previous host, the units that take part or are invited, and the committee",
    },
    zh: "{activity}（{during}）改由{host}主办，原主办单位：{previous}[。原因：{reason}]",
    en: "{activity} ({during}) is hosted by {host} now, before by {previous}[. Reason: {reason}]",
  },
  REMINDER: {
    to: TAKERS,
    zh: "提醒：{activity}将于{during}举办，主办：{host}",
    en: "Reminder: {activity}, hosted by {host}, takes place {during}",
  },
  HELD: {
    to: TAKERS,
    zh: "{activity}已举办，请登记到场人次",
    en: "{activity} took place; please record the attendance",
  },
  CORRECTED: {
    to: ALL,
    zh: "{activity}（{during}）的内容有更正[：{changes}]",
    en: "What was entered of {activity} ({during}) was corrected[: {changes}]",
  },
  REOPENED: {
    to: ALL,
    zh: "{activity}恢复为待举办：{during}[。{changes}][。原因：{reason}]",
    en: "{activity} is to take place again: {during}[; {changes}][. Reason: {reason}]",
  },
  PARTICIPANT_INVITED: {
    to: { zh: "受邀的单位", en: "the unit that is invited" },
    zh: "邀请{organization}参加{activity}：{during}，由{host}主办",
    en: "{organization} is invited to {activity}: {during}, hosted by {host}",
  },
  PARTICIPANT_JOINED: {
    to: {
      zh: "主办单位和该单位；同意主办的，还有委员会",
      en: "the host and the unit itself; the committee, too, if it was asked to host",
    },
    zh: "{organization}参加{activity}：{during}",
    en: "{organization} takes part in {activity}: {during}",
  },
  PARTICIPANT_DECLINED: {
    to: {
      zh: "主办单位和该单位；谢绝主办的，还有委员会",
      en: "the host and the unit itself; the committee, too, if it was asked to host",
    },
    zh: "{organization}谢绝了{activity}的邀请：{during}[。原因：{reason}]",
    en: "{organization} declined its invitation to {activity}: {during}[. Reason: {reason}]",
  },
  PARTICIPANT_LEFT: {
    to: { zh: "主办单位和该单位", en: "the host and the unit itself" },
    zh: "{organization}退出{activity}：{during}[。原因：{reason}]",
    en: "{organization} left {activity}: {during}[. Reason: {reason}]",
  },
  ATTENDANCE_RECORDED: {
    to: HOST,
    zh: "{organization}登记了{activity}的到场人次：{attendance}[（原为 {previously}）]",
    en: "{organization} recorded its attendance of {activity}: {attendance}[ (before: {previously})]",
  },
  AGENDA_CHANGED: {
    to: ALL,
    zh: "{activity}（{during}）的议程有变动[：议题“{item}”更正了{changes}]",
    en: "The agenda of {activity} ({during}) has changed[: “{item}”, {changes}]",
  },
});
