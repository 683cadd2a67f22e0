import { type Step, type Turn, about, dayIn, one, secretaryOf, send } from "./turn.ts";
import type { Stored } from "./records.ts";

/** The latest term of a committee, by its first day. */
const latestTerm = ({ records }: Turn, committeeId: unknown): Stored | undefined =>
  records.term
    .filter((term) => term["committee_id"] === committeeId)
    .toSorted((one, other) => String(one["starts_on"]).localeCompare(String(other["starts_on"])))
    .at(-1);

/**
 * Which term comes next. That of the first community may be short, so that the end of one comes near in a history;
 * whoever runs the street goes on.
 */
function nextTerm(turn: Turn, committee: Stored, days: number): object {
  const { communities } = turn.world;
  const isShort = committee["region_code"] === communities[0] && !turn.random.oneIn(3);
  return {
    committeeId: committee["id"],
    number: Number(latestTerm(turn, committee["id"])?.["number"] ?? 0) + 1,
    startsOn: dayIn(turn, days),
    endsOn: dayIn(turn, days + (isShort ? turn.random.between(30, 100) : 4000)),
    carrySeats: turn.random.oneIn(2),
  };
}

const isPlanned =
  (turn: Turn) =>
  ({ starts_on }: Stored): boolean =>
    String(starts_on) > dayIn(turn, 0);

/** Terms are planned, begun and given up; secretaries come and go. */
export const TERM_STEPS: Readonly<Record<string, Step>> = {
  planTerm: about(
    (turn) => one(turn, turn.records.committee),
    (turn, committee) => {
      const input = nextTerm(turn, committee, turn.random.between(1, 40));
      return send(turn, turn.world.operator, "planTerm", input);
    },
  ),
  startTerm: about(
    (turn) => one(turn, turn.records.committee),
    (turn, committee) => send(turn, turn.world.operator, "startTerm", nextTerm(turn, committee, 0)),
  ),
  updatePlannedTerm: about(
    (turn) => one(turn, turn.records.term, isPlanned(turn)),
    (turn, { id }) => {
      const startsOn = dayIn(turn, turn.random.between(1, 25));
      return send(turn, turn.world.operator, "updatePlannedTerm", { id, startsOn });
    },
  ),
  discardPlannedTerm: about(
    (turn) => one(turn, turn.records.term, isPlanned(turn)),
    (turn, { id }) => send(turn, turn.world.operator, "discardPlannedTerm", { id }),
  ),
  appointSeat: about(
    (turn) => one(turn, turn.records.committee),
    (turn, committee) => {
      // The one that a history establishes is run by the street's secretary already.
      const isSecond = committee["region_code"] === turn.world.communities[1];
      const planned = one(
        turn,
        turn.records.term,
        (term) => term["committee_id"] === committee["id"] && isPlanned(turn)(term),
      );
      return send(turn, turn.world.operator, "appointSeat", {
        committeeId: committee["id"],
        organizationId: committee["organization_id"],
        holderName: "书记",
        role: "SECRETARY",
        subject: isSecond ? null : secretaryOf(turn.world, committee),
        ...(planned && turn.random.oneIn(2) ? { termId: planned["id"] } : { replaces: true }),
      });
    },
  ),
  endSeat: about(
    (turn) => one(turn, turn.records.seat, ({ until }) => until === null),
    (turn, { id }) => send(turn, turn.world.operator, "endSeat", { id, reason: "工作调动" }),
  ),
};
