import {
  type Step,
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
        approval: true,
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
    (turn) => one(turn, turn.records.booking, ({ state }) => state === "REQUESTED"),
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
