import type { Words } from "@alliance-hub/platform/words/words";
import type { SettlementWay } from "../../nouns/membership/membership.entity.ts";
import type { OpenItem } from "./open-items.ts";

/** How one item can be settled. The first is the one that is taken if nobody says anything else. */
export type Ways = readonly [SettlementWay, ...SettlementWay[]];

/**
 * How an item can be settled. Nothing that the committee still needs ends by default: what the unit hosts or owns goes
 * to the organisation that the committee belongs to. What binds the unit to others, such as an agreement or a
 * booking, stays by default.
 */
export function waysOf({ noun, state, detail }: OpenItem): Ways {
  switch (noun) {
    case "Resource":
      if (state === "DRAFT") return ["STAY"];
      // A resource for the units of the committee alone is seen by others only if its unit says so.
      return detail === "COMMITTEE" ? ["END", "STAY"] : ["STAY", "END"];
    case "Need":
      return state === "DRAFT" ? ["STAY"] : ["END", "HAND_OVER", "STAY"];
    case "Booking":
      // The room of an activity that does not change its host stays with that host, or is given up.
      return detail === "BOOKED" ? ["STAY", "END", "HAND_OVER"] : ["STAY", "END"];
    case "Agreement":
      return state === "ACTIVE" ? ["STAY", "END"] : ["END"];
    case "Activity":
    case "Issue":
      return ["HAND_OVER", "END"];
    case "Seat":
    case "Application":
      return ["END"];
  }
}

const CONSEQUENCES: Readonly<Record<string, Words>> = {
  "Resource STAY": {
    zh: "移出该委员会的清单，仍由本单位提供；原仅委员会内可见的，改为联盟内可见。",
    en: "It leaves the committee's list, and the unit goes on offering it. If only the committee's units saw it, the alliance sees it from then on.",
  },
  "Resource END": {
    zh: "撤回，尚未开始的预约随之取消。",
    en: "It is withdrawn, and bookings of it that have not begun are cancelled.",
  },
  "Need STAY": {
    zh: "移出该委员会的清单，仍由本单位提出；原仅委员会内可见的，改为联盟内可见。",
    en: "It leaves the committee's list, and stays a need of the unit. If only the committee's units saw it, the alliance sees it from then on.",
  },
  "Need END": { zh: "撤回。", en: "It is withdrawn." },
  "Need HAND_OVER": {
    zh: "转由另一成员单位提出。",
    en: "Another unit of the committee takes it over.",
  },
  "Booking STAY": {
    zh: "照常进行，此后由双方单位自行办理。",
    en: "It goes ahead, and is between the two units from then on.",
  },
  "Booking END": { zh: "取消。", en: "It is cancelled." },
  "Booking HAND_OVER": {
    zh: "转由另一成员单位使用。",
    en: "Another unit of the committee takes it over.",
  },
  "Agreement STAY": {
    zh: "继续有效，直至期满。",
    en: "It goes on to bind its parties until its term is over.",
  },
  "Agreement END": {
    zh: "终止；尚是草稿的，删除。",
    en: "It is terminated; a draft is discarded.",
  },
  "Activity HAND_OVER": {
    zh: "由另一单位接办，默认为委员会所依托的党组织。已订的场地随之移交；场地不对该单位开放的，退订。",
    en: "Another unit hosts it; by default the organisation that the committee belongs to. The room that is booked for it goes with it, or is given back if it is not shared with that unit.",
  },
  "Activity END": {
    zh: "取消，已订的场地随之退订。",
    en: "It is cancelled, and its room is given back.",
  },
  "Issue HAND_OVER": {
    zh: "由另一单位负责，默认为委员会所依托的党组织。",
    en: "Another unit owns it; by default the organisation that the committee belongs to.",
  },
  "Issue END": {
    zh: "以退出原因为结果，记为已解决。",
    en: "It is recorded as resolved, with the reason for leaving as its outcome.",
  },
  "Seat END": { zh: "任职随之结束。", en: "The seat ends." },
  "Application END": { zh: "申请随之撤回。", en: "The application is withdrawn." },
};

/** What happens to an item if it is settled in a way. */
export function consequenceOf({ noun }: Pick<OpenItem, "noun">, way: SettlementWay): Words {
  const words = CONSEQUENCES[`${noun} ${way}`];
  if (!words) throw new Error(`Nothing settles ${noun} by ${way}`);
  return words;
}
