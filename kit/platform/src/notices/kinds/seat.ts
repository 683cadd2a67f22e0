import { noticeKinds } from "../notice-kind.ts";

const BOTH = { zh: "本人和派出单位", en: "the person and the unit that sent them" };

/** What is told of seats. */
export const SEAT_NOTICES = noticeKinds("Seat", {
  APPOINTED: {
    to: BOTH,
    zh: "{committee}的{role}一职由{holder}担任，派出单位：{organization}，自{since}起",
    en: "{holder} of {organization} has the seat {role} in {committee} from {since}",
  },
  CORRECTED: {
    to: BOTH,
    zh: "{committee}的{role}登记有更正：{holder}，自{since}起[。更正了{changes}]",
    en: "The entry of the seat {role} in {committee} was corrected: {holder}, from {since}[. What changed: {changes}]",
  },
  ENDED: {
    to: BOTH,
    zh: "{holder}不再担任{committee}的{role}[，任职至{until}][。原因：{reason}]",
    en: "{holder} leaves the seat {role} in {committee}[ on {until}][. Reason: {reason}]",
  },
});
