import type { Stored } from "./records.ts";
import {
  type Outcome,
  type Step,
  type Turn,
  about,
  activeUnits,
  actorOf,
  committeeById,
  dayIn,
  hoursIn,
  membersOf,
  one,
  secretaryOf,
  send,
} from "./turn.ts";

/** What units share, ask for and book, and the calls for lists. */
export const SHARING_STEPS: Readonly<Record<string, Step>> = {
  shareResource: about(
    (turn) => one(turn, activeUnits(turn)),
    (turn, { id }) =>
      send(turn, actorOf(turn, id), "shareResource", {
        providerId: id,
        title: "会议室",
        kind: "VENUE",
        audience: "ALLIANCE",
        capacity: 1,
        approval: !turn.random.oneIn(3),
        publish: true,
      }),
  ),
  bookResource: about(
    (turn) => one(turn, turn.records.resource, ({ state }) => state === "PUBLISHED"),
    async (turn, { id }) => {
      const asking = one(turn, activeUnits(turn))?.["id"];
      const during = hoursIn(turn, turn.random.between(2, 400));
      const input = { resourceId: id, organizationId: asking, during };
      return await send(turn, actorOf(turn, asking), "bookResource", input);
    },
  ),
  decideBooking: about(
    // A date of a series that was never decided keeps its place among those to which nobody came.
    (turn) =>
      one(
        turn,
        turn.records.booking,
        (each) =>
          each["state"] === "REQUESTED" && (each["series_id"] === null || isAhead(turn, each)),
      ),
    async (turn, { id, provider_id }) => {
      const answer = turn.random.oneIn(2) ? { confirm: true } : { confirm: false, reason: "停用" };
      return await send(turn, actorOf(turn, provider_id), "decideBooking", { id, ...answer });
    },
  ),
  cancelBooking: about(
    (turn) =>
      one(
        turn,
        turn.records.booking,
        ({ state }) => state === "REQUESTED" || state === "CONFIRMED",
      ),
    (turn, { id, organization_id }) =>
      send(turn, actorOf(turn, organization_id), "cancelBooking", { id, reason: "改期" }),
  ),
  bookSeries: about(
    (turn) => one(turn, turn.records.resource, ({ state }) => state === "PUBLISHED"),
    async (turn, { id, provider_id }) => {
      // What a unit books of its own room needs nobody's approval.
      const asking = turn.random.oneIn(2) ? provider_id : one(turn, activeUnits(turn))?.["id"];
      return await send(turn, actorOf(turn, asking), "bookSeries", {
        resourceId: id,
        organizationId: asking,
        during: hoursIn(turn, turn.random.between(2, 48)),
        repeat: { every: "WEEK", count: turn.random.between(3, 12) },
        onConflict: "SKIP",
      });
    },
  ),
  cancelSeries: about(
    (turn) => one(turn, turn.records.booking_series, ({ id }) => restOf(turn, id).length > 0),
    async (turn, { id }) => {
      const [next] = restOf(turn, id);
      const actor = actorOf(turn, next?.["organization_id"]);
      const input = { id, from: dayIn(turn, turn.random.between(0, 20)), reason: "不再需要" };
      return await send(turn, actor, "cancelSeries", input);
    },
  ),
  // The last dates of a series together, since two in a row are asked about. Twice of three times nobody came. What was
  // recorded may be mended.
  recordUse: about(
    (turn) =>
      one(turn, turn.records.booking_series, ({ id }) => isUnderWay(turn, id)) ??
      one(turn, turn.records.booking_series, ({ id }) => overOf(turn, id).length > 0),
    async (turn, { id: series }) => {
      const used = turn.random.oneIn(3);
      let outcome: Outcome = "NOTHING";
      for (const { id, provider_id } of overOf(turn, series).slice(-2))
        outcome = await send(turn, actorOf(turn, provider_id), "recordUse", { id, used });
      return outcome;
    },
  ),
  keepSeries: about(
    (turn) => one(turn, turn.records.booking_series, ({ asked_at }) => asked_at !== null),
    async (turn, { id }) => {
      const [next] = restOf(turn, id);
      return await send(turn, actorOf(turn, next?.["organization_id"]), "keepSeries", { id });
    },
  ),
  withdrawResource: about(
    (turn) => one(turn, turn.records.resource, ({ state }) => state === "PUBLISHED"),
    (turn, { id, provider_id }) =>
      send(turn, actorOf(turn, provider_id), "withdrawResource", { id, reason: "装修" }),
  ),
  openCollectionRound: about(
    (turn) => one(turn, turn.records.committee),
    async (turn, committee) => {
      const opens = turn.random.between(0, 20);
      return await send(turn, secretaryOf(turn.world, committee), "openCollectionRound", {
        committeeId: committee["id"],
        title: "上半年清单",
        opensOn: dayIn(turn, opens),
        closesOn: dayIn(turn, opens + turn.random.between(0, 40)),
      });
    },
  ),
  closeCollectionRound: about(
    (turn) => one(turn, turn.records.collection_round, ({ state }) => state === "OPEN"),
    async (turn, { id, committee_id }) => {
      const committee = committeeById(turn, committee_id);
      return await send(turn, secretaryOf(turn.world, committee), "closeCollectionRound", { id });
    },
  ),
  postNeed: about(
    (turn) => one(turn, turn.records.collection_round, ({ state }) => state === "OPEN"),
    async (turn, { id, committee_id }) => {
      const unit = one(turn, membersOf(turn, committee_id))?.["organization_id"];
      if (unit === undefined) return "NOTHING";
      return await send(turn, actorOf(turn, unit), "postNeed", {
        organizationId: unit,
        title: "需要一间教室",
        kind: "VENUE",
        committeeId: committee_id,
        audience: "COMMITTEE",
        collectionRoundId: id,
        publish: turn.random.oneIn(2),
      });
    },
  ),
  // To another round of its committee, or to none.
  updateNeed: about(
    (turn) => one(turn, turn.records.need, ({ collection_round_id: round }) => round !== null),
    async (turn, { id, organization_id, committee_id, collection_round_id }) => {
      const other = one(
        turn,
        turn.records.collection_round,
        (round) => round["committee_id"] === committee_id && round["id"] !== collection_round_id,
      );
      const collectionRoundId = turn.random.oneIn(2) ? other?.["id"] : null;
      const input = { id, collectionRoundId: collectionRoundId ?? null };
      return await send(turn, actorOf(turn, organization_id), "updateNeed", input);
    },
  ),
  publishNeed: about(
    (turn) => one(turn, turn.records.need, ({ state }) => state === "DRAFT"),
    (turn, { id, organization_id }) =>
      send(turn, actorOf(turn, organization_id), "publishNeed", { id }),
  ),
  withdrawNeed: about(
    (turn) => one(turn, turn.records.need, ({ state }) => state === "PUBLISHED"),
    (turn, { id, organization_id }) =>
      send(turn, actorOf(turn, organization_id), "withdrawNeed", { id, reason: "已解决" }),
  ),
};

/** Whether a booking has not begun. */
const isAhead = ({ world }: Turn, { starts_at }: Stored): boolean =>
  new Date(String(starts_at)) > world.hub.clock.now;

/** The dates of a series that are over, in order. */
const overOf = (turn: Turn, seriesId: unknown): readonly Stored[] =>
  turn.records.booking
    .filter(
      (each) =>
        each["series_id"] === seriesId &&
        (each["state"] === "CONFIRMED" || each["state"] === "DONE") &&
        endOf(each) <= turn.world.hub.clock.now.getTime(),
    )
    .toSorted((earlier, later) => endOf(earlier) - endOf(later));

const endOf = ({ ends_at }: Stored): number => new Date(String(ends_at)).getTime();

/** Whether a series has dates that are over, two at least, and dates ahead. */
const isUnderWay = (turn: Turn, seriesId: unknown): boolean =>
  overOf(turn, seriesId).length >= 2 && restOf(turn, seriesId).length > 0;

/** The dates of a series that are held and have not begun. */
const restOf = (turn: Turn, seriesId: unknown): readonly Stored[] =>
  turn.records.booking.filter(
    (each) =>
      each["series_id"] === seriesId &&
      (each["state"] === "REQUESTED" || each["state"] === "CONFIRMED") &&
      isAhead(turn, each),
  );
