import { noticeKinds } from "../notice-kind.ts";

const BOTH = { zh: "任职单位和派出单位", en: "the body and the organisation that sent the person" };

/** What is told of seats in bodies that are no committee. */
export const UNIT_SEAT_NOTICES = noticeKinds("UnitSeat", {
  APPOINTED: {
    to: BOTH,
    zh: "{organization}派出的{holder}自{since}起在{body}任职",
    en: "{holder} of {organization} has a seat in {body} from {since}",
  },
  CORRECTED: {
    to: BOTH,
    zh: "{organization}派出的{holder}在{body}的任职登记有更正[：{changes}]",
    en: "The entry of the seat of {holder} of {organization} in {body} was corrected[: {changes}]",
  },
  ENDED: {
    to: BOTH,
    zh: "{organization}派出的{holder}不再在{body}任职[，任职至{until}][。原因：{reason}]",
    en: "{holder} of {organization} leaves the seat in {body}[ on {until}][. Reason: {reason}]",
  },
});
