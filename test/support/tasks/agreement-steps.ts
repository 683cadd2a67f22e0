import {
  type Step,
  about,
  actorOf,
  committeeById,
  dayIn,
  membersOf,
  one,
  secretaryOf,
  send,
} from "./turn.ts";

/** Agreements between the units of a committee. */
export const AGREEMENT_STEPS: Readonly<Record<string, Step>> = {
  draftAgreement: about(
    (turn) => one(turn, turn.records.committee, ({ id }) => membersOf(turn, id).length > 1),
    async (turn, committee) => {
      const members = membersOf(turn, committee["id"]);
      const first = turn.random.between(0, members.length - 2);
      const partyIds = members
        .slice(first, first + turn.random.between(2, 3))
        .map(({ organization_id }) => organization_id);
      const from = turn.random.between(-40, 40);
      const timesPerYear = turn.random.oneOf([null, 1, 2, 4, 12]);
      return await send(turn, secretaryOf(turn.world, committee), "draftAgreement", {
        committeeId: committee["id"],
        title: "共建协议",
        partyIds,
        termFrom: dayIn(turn, from),
        termTo: dayIn(turn, from + turn.random.between(41, 800)),
        commitments: partyIds.map((organizationId) => ({
          organizationId,
          clause: "开放场地",
          ...(timesPerYear === null ? {} : { timesPerYear }),
        })),
      });
    },
  ),
  proposeAgreement: about(
    (turn) => one(turn, turn.records.agreement, ({ state }) => state === "DRAFT"),
    async (turn, { id, committee_id }) => {
      const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
      return await send(turn, secretary, "proposeAgreement", { id });
    },
  ),
  withdrawProposal: about(
    (turn) => one(turn, turn.records.agreement, ({ state }) => state === "PROPOSED"),
    async (turn, { id, committee_id }) => {
      const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
      return await send(turn, secretary, "withdrawProposal", { id });
    },
  ),
  signAgreement: about(
    ({ records, random }) => {
      const proposed = new Set(
        records.agreement.filter(({ state }) => state === "PROPOSED").map(({ id }) => id),
      );
      const waiting = records.agreement_party.filter(
        (party) => proposed.has(party["agreement_id"]) && party["signed_at"] === null,
      );
      return waiting.length === 0 ? undefined : random.oneOf(waiting);
    },
    (turn, { agreement_id: id, organization_id: organizationId }) =>
      send(turn, actorOf(turn, organizationId), "signAgreement", { id, organizationId }),
  ),
  terminateAgreement: about(
    (turn) =>
      one(turn, turn.records.agreement, ({ state }) => state === "PROPOSED" || state === "ACTIVE"),
    async (turn, { id, committee_id }) => {
      const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
      return await send(turn, secretary, "terminateAgreement", { id, reason: "条件有变" });
    },
  ),
  recordFulfilment: about(
    (turn) => {
      const active = turn.records.agreement.filter(({ state }) => state === "ACTIVE");
      const ids = new Set(active.map(({ id }) => id));
      return one(turn, turn.records.commitment, (each) => ids.has(each["agreement_id"]));
    },
    async (turn, { id, organization_id, fulfilled }) => {
      // Mostly one time more; also several at once, and a correction.
      const times = Math.max(0, Number(fulfilled) + turn.random.oneOf([1, 1, 1, 3, -1]));
      const input = { commitmentId: id, times };
      return await send(turn, actorOf(turn, organization_id), "recordFulfilment", input);
    },
  ),
};
