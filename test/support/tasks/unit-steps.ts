import { addUnit, establish } from "./world.ts";
import type { Stored } from "./records.ts";
import {
  type Step,
  type Turn,
  about,
  activeUnits,
  actorOf,
  committeeById,
  one,
  secretaryOf,
  send,
} from "./turn.ts";

/** Units join, leave, apply, register, end and merge; their liaisons come and go. */
export const UNIT_STEPS: Readonly<Record<string, Step>> = {
  addUnit: async (turn) => {
    const street = turn.records.committee.find((each) => each["region_code"] === turn.world.street);
    await addUnit(turn.world, "新单位", String(street?.["id"]));
    return "DONE";
  },
  joinCommittee: about(
    (turn) => one(turn, turn.records.committee),
    async (turn, { id }) => {
      const organizationId = one(turn, activeUnits(turn))?.["id"];
      const input = { committeeId: id, organizationId };
      return await send(turn, turn.world.operator, "joinCommittee", input);
    },
  ),
  leaveCommittee: about(
    (turn) => one(turn, turn.records.membership, (each) => each["left_on"] === null),
    (turn, { id }) => send(turn, turn.world.operator, "leaveCommittee", { id, reason: "单位迁出" }),
  ),
  applyToCommittee: about(
    (turn) => one(turn, activeUnits(turn)),
    async (turn, { id }) => {
      const committeeId = one(turn, turn.records.committee)?.["id"];
      const input = { committeeId, organizationId: id };
      return await send(turn, actorOf(turn, id), "applyToCommittee", input);
    },
  ),
  ...onApplication("acceptApplication"),
  ...onApplication("returnApplication", { reason: "材料不全" }),
  withdrawApplication: about(
    (turn) => one(turn, turn.records.application, ({ state }) => state === "SUBMITTED"),
    (turn, { id, organization_id }) =>
      send(turn, actorOf(turn, organization_id), "withdrawApplication", { id }),
  ),
  nameLiaison: about(
    (turn) => one(turn, activeUnits(turn)),
    (turn, { id: organizationId }) => {
      const subject = turn.world.named(`liaison-${turn.random.between(1, 1_000_000)}`);
      const input = { organizationId, subject, name: "联络员" };
      return send(turn, turn.world.operator, "nameLiaison", input);
    },
  ),
  endLiaison: about(
    (turn) => one(turn, turn.records.liaison, (each) => each["ended_at"] === null),
    (turn, { id }) => send(turn, turn.world.operator, "endLiaison", { id }),
  ),
  registerWithCommunity: about(
    (turn) => one(turn, activeUnits(turn)),
    (turn, { id: organizationId }) => {
      const { communities, street } = turn.world;
      const communityCode = turn.random.oneOf([...communities, street]);
      const input = { organizationId, communityCode, headcount: 12 };
      return send(turn, actorOf(turn, organizationId), "registerWithCommunity", input);
    },
  ),
  ...onRegistration("acceptRegistration", "SUBMITTED"),
  ...onRegistration("returnRegistration", "SUBMITTED", { reason: "请向邻近社区报到" }),
  ...onRegistration("endRegistration", "ACCEPTED", { reason: "单位迁出" }),
  /** Of the second community: its party organisation, which may be a member without a liaison. */
  establishCommittee: async (turn) => {
    const [, place] = turn.world.communities;
    const { committee, organization } = turn.records;
    const street = committee.find((each) => each["region_code"] === turn.world.street);
    const base = organization.find((each) => each["region_code"] === place);
    if (base?.["state"] !== "ACTIVE" || committee.some((each) => each["region_code"] === place))
      return "NOTHING";
    const of = { place, organizationId: String(base["id"]), parentId: String(street?.["id"]) };
    await establish(turn.world, of);
    return "DONE";
  },
  endOrganization: about(
    (turn) => one(turn, unitsToSpare(turn)),
    (turn, { id }) => send(turn, turn.world.operator, "endOrganization", { id, reason: "撤销" }),
  ),
  mergeOrganizations: about(
    (turn) => one(turn, unitsToSpare(turn)),
    (turn, { id: fromId }) => {
      const intoId = one(turn, activeUnits(turn), ({ id }) => id !== fromId)?.["id"];
      const input = { fromId, intoId, reason: "机构改革" };
      return send(turn, turn.world.operator, "mergeOrganizations", input);
    },
  ),
};

function onApplication(mutation: string, rest: object = {}): Record<string, Step> {
  const step = about(
    (turn) => one(turn, turn.records.application, ({ state }) => state === "SUBMITTED"),
    (turn, { id, committee_id }) => {
      const secretary = secretaryOf(turn.world, committeeById(turn, committee_id));
      return send(turn, secretary, mutation, { id, ...rest });
    },
  );
  return { [mutation]: step };
}

function onRegistration(mutation: string, state: string, rest: object = {}): Record<string, Step> {
  const step = about(
    (turn) => one(turn, turn.records.registration, (each) => each["state"] === state),
    (turn, { id }) => send(turn, turn.world.operator, mutation, { id, ...rest }),
  );
  return { [mutation]: step };
}

/** Units that may go, while enough others are left for a history to go on, and those that committees will stand on. */
function unitsToSpare(turn: Turn): readonly Stored[] {
  const units = activeUnits(turn).filter(({ region_code }) => region_code === turn.world.street);
  return units.length > 5 ? units : [];
}
