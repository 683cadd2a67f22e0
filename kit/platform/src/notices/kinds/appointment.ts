import { noticeKinds } from "../notice-kind.ts";

const PERSON = { zh: "本人", en: "the person" };

/** What is told of appointments. */
export const APPOINTMENT_NOTICES = noticeKinds("Appointment", {
  APPOINTED: {
    to: PERSON,
    zh: "您已被任命为{place}的{role}",
    en: "You are appointed {role} of {place}",
  },
  ENDED: {
    to: PERSON,
    zh: "您在{place}的{role}任命已结束",
    en: "Your appointment as {role} of {place} has ended",
  },
});
