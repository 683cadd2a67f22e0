import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { placeColumns } from "@alliance-hub/demonstration/load";
import { dayNumberOf, dayText, enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import type { ResourcesTables } from "../database.ts";

type RoundRow = ResourcesTables["collectionRound"];
type Committee = DemonstrationPlace["committees"][number];

/** Days before its first one on which a round is called. */
const CALLED_BEFORE = 10;
/** Days of the past from which on rounds are there: those of the oldest needs among them. */
const ROUND_DAYS = 600;

/** A call for lists: the upper committee's of half a year, or a community's of the first weeks of a quarter. */
interface Call {
  readonly committee: Committee;
  readonly title: string;
  readonly opens: number;
  readonly closes: number;
}

/** The rounds that a place has called so far, open or closed as they are today. */
export function presentRounds(place: DemonstrationPlace, today: number): RoundRow[] {
  const year = Number(dayText(today).slice(0, 4));
  return [year - 2, year - 1, year, year + 1]
    .flatMap((of) => callsOf(place, of))
    .filter(({ opens }) => opens - CALLED_BEFORE < today && opens > today - ROUND_DAYS)
    .map((call) => roundRow(call, today));
}

/** The round of a committee that takes lists on a day. */
export function roundAt(
  place: DemonstrationPlace,
  committee: Committee,
  day: number,
): { readonly id: string } | undefined {
  const call = callsOf(place, Number(dayText(day).slice(0, 4))).find(
    (one) => one.committee === committee && one.opens <= day && day <= one.closes,
  );
  return call && { id: idOf(call) };
}

function callsOf({ committees }: DemonstrationPlace, year: number): Call[] {
  const [upper] = committees;
  const first = committees.find(({ level }) => level === "COMMUNITY");
  const halves = [
    { word: "上半年", opens: `${year}-01-01`, closes: `${year}-06-30` },
    { word: "下半年", opens: `${year}-07-01`, closes: `${year}-12-31` },
  ];
  const ofUpper = halves.map(({ word, opens, closes }) => ({
    title: `${year}年${word}清单征集`,
    opens: dayNumberOf(opens),
    closes: dayNumberOf(closes),
  }));
  const ofFirst = ["一", "二", "三", "四"].map((word, at) => {
    const opens = dayNumberOf(`${year}-${String(at * 3 + 1).padStart(2, "0")}-05`);
    return { title: `${year}年第${word}季度微心愿征集`, opens, closes: opens + 45 };
  });
  return [
    ...(upper ? ofUpper.map((call) => ({ ...call, committee: upper })) : []),
    ...(first && first !== upper ? ofFirst.map((call) => ({ ...call, committee: first })) : []),
  ];
}

function idOf({ committee, opens }: Call): string {
  return enteredId(
    instantOn(opens - CALLED_BEFORE, 10),
    "collection-round",
    committee.id,
    dayText(opens),
  );
}

function roundRow(call: Call, today: number): RoundRow {
  const { committee, title, opens, closes } = call;
  const isOver = closes < today;
  const calledAt = instantOn(opens - CALLED_BEFORE, 10);
  return {
    id: idOf(call),
    committeeId: committee.id,
    title,
    opensOn: dayText(opens),
    closesOn: dayText(closes),
    state: isOver ? "CLOSED" : "OPEN",
    ...enteredAt(calledAt, isOver ? instantOn(closes, 18) : calledAt),
    ...placeColumns(committee.region),
  };
}
