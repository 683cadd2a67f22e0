import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { demonstrationId, enteredId } from "@alliance-hub/demonstration/ids";
import { insertMissing, insertRows, placeColumns } from "@alliance-hub/demonstration/load";
import { secretariesOf, triedCommittees } from "@alliance-hub/demonstration/people";
import {
  type PresentSpan,
  dayNumberOf,
  dayText,
  enteredAt,
  instantOn,
} from "@alliance-hub/demonstration/present";
import type { DemonstrationSeat, DemonstrationTerm } from "@alliance-hub/demonstration/seats";
import { numbered } from "@alliance-hub/demonstration/spread";
import { type Kysely, sql } from "kysely";
import type { MembersTables } from "../database.ts";
import { seatRow, subjectsOf } from "./rows.ts";

/** The place that shows a planned term and a handover. */
const PLACE = "445202";
/** So far ahead the planned term begins, on the first of a month. */
const PLANNED_DAYS_AHEAD = 120;
const TERM_YEARS = 5;
/** The handover began so many days ago, and lasts two weeks. */
const [HANDED_OVER_DAYS_AGO, HANDOVER_DAYS] = [3, 14];

/** A committee with its current term, and the seats of secretary and deputy. */
interface Office {
  readonly place: DemonstrationPlace;
  readonly term: DemonstrationTerm;
  readonly seats: readonly DemonstrationSeat[];
  readonly secretary: DemonstrationSeat;
  readonly deputy: DemonstrationSeat;
}

/**
 * The committee whose next term is prepared, and whose secretary is away: none of those that are tried, so that
 * everything can be tried there.
 */
export function shownOffice(place: DemonstrationPlace): Office | undefined {
  if (place.name !== PLACE) return undefined;
  const tried = triedCommittees(place);
  const secretary = secretariesOf(place).find(
    ({ seat }) => seat.term.committee.level === "COMMUNITY" && !tried.includes(seat.term.committee),
  )?.seat;
  const term = secretary?.term;
  const seats = place.seats.filter((seat) => seat.term === term);
  const deputy = seats.find(({ role }) => role === "DEPUTY_SECRETARY");
  return secretary && term && deputy ? { place, term, seats, secretary, deputy } : undefined;
}

/** The sign-in of the deputy who runs the committee for a while. */
export const deputySubject = (place: DemonstrationPlace): string => `demo:${place.name}-deputy`;

/** Enters the planned term the first time, and a handover around today if there is none. */
export async function loadOffices(rows: Kysely<MembersTables>, span: PresentSpan): Promise<void> {
  for (const place of demonstrationAlliance()) {
    const office = shownOffice(place);
    if (!office) continue;
    // Whoever gives the planned term up does not find it again after the next start.
    if (span.enteredUntil === null) await loadPlannedTerm(rows, office, span.today);
    await insertMissing(rows, "handover", [handoverRow(office, span.today)]);
  }
}

async function loadPlannedTerm(
  rows: Kysely<MembersTables>,
  office: Office,
  today: number,
): Promise<void> {
  const { term: current } = office;
  const planned = plannedTerm(office, today);
  const { startsOn } = planned;
  // Not where somebody has changed the committee's terms already.
  const { rows: cut } = await sql`
    update term set own_ends_on = ends_on, ends_on = ${dayText(dayNumberOf(startsOn) - 1)}::date
    where id = ${current.id} and version = 1 and state = 'CURRENT' and ends_on >= ${startsOn}::date
      and not exists (select from term as other
        where other.committee_id = term.committee_id and other.number > term.number)
    returning id`.execute(rows);
  if (cut.length === 0) return;
  await insertRows(rows, "term", [planned]);
  await insertRows(rows, "seat", plannedSeats(office, planned, today));
}

function plannedTerm({ term }: Office, today: number): MembersTables["term"] {
  const startsOn = `${dayText(today + PLANNED_DAYS_AHEAD).slice(0, 8)}01`;
  const year = Number(startsOn.slice(0, 4)) + TERM_YEARS;
  return {
    id: demonstrationId("term", term.committee.id, term.number + 1),
    committeeId: term.committee.id,
    number: term.number + 1,
    state: "PLANNED",
    startsOn,
    endsOn: dayText(dayNumberOf(`${year}${startsOn.slice(4)}`) - 1),
    ownEndsOn: null,
    takeoverUntold: true,
    ...enteredAt(instantOn(today - 1, 10)),
  };
}

/** Everybody goes on but for the deputy, for whom somebody else comes. */
function plannedSeats(
  { place, term: current, seats, deputy }: Office,
  { id: termId, startsOn }: MembersTables["term"],
  today: number,
): MembersTables["seat"][] {
  const subjects = subjectsOf(place);
  return seats.map((seat, at) => {
    const isNew = seat === deputy;
    return {
      ...seatRow(seat, subjects.get(seat.id) ?? null),
      ...enteredAt(instantOn(today - 1, 10)),
      ...(isNew
        ? { holderName: `委员 ${numbered(place.seats.length + 1, 3)}`, since: startsOn }
        : {}),
      id: demonstrationId("planned seat", current.committee.id, at),
      termId,
      carriedFromId: isNew ? null : seat.id,
    };
  });
}

function handoverRow(office: Office, today: number): MembersTables["handover"] {
  const { term, secretary, deputy } = office;
  const from = today - HANDED_OVER_DAYS_AGO;
  const at = instantOn(from - 1, 16);
  return {
    id: enteredId(at, "handover", term.committee.id, from),
    committeeId: term.committee.id,
    seatId: deputy.id,
    bySeatId: secretary.id,
    from: dayText(from),
    until: dayText(from + HANDOVER_DAYS - 1),
    note: "外出培训，两周内请代为主持，待办以台账为准。",
    endedAt: null,
    endReason: null,
    ...enteredAt(at),
    ...placeColumns(term.committee.region),
  };
}
