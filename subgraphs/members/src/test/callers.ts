import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import {
  type CommitteeSetting,
  DISTRICT,
  type MembersSetting,
  memberUnit,
} from "./members-setting.ts";

/** A committee with a member unit, and a unit that is none. */
export interface Around {
  readonly setting: MembersSetting;
  readonly committee: CommitteeSetting;
  readonly unit: string;
  readonly membershipId: string;
  readonly applicant: string;
}

/** Makes a committee and its units. */
export async function makeAround(setting: MembersSetting): Promise<Around> {
  const committee = await setting.committee();
  const { id: unit, membershipId } = await memberUnit(setting, committee, "2025-01-01");
  return { setting, committee, unit, membershipId, applicant: await setting.organization() };
}

/** Callers who have nothing to decide about these. */
export const CALLERS = [
  "anonymous",
  "another unit's liaison",
  "member",
  "secretary of another committee",
  "auditor",
  "operator of elsewhere",
  "another unit's key",
  "the unit's key that may only read",
] as const;
export type Caller = (typeof CALLERS)[number];

/** Each caller, as the gateway knows them. */
export async function callers({
  setting,
  committee,
  unit,
  applicant,
}: Around): Promise<Record<Caller, Viewer>> {
  const another = await setting.organization();
  const key = (organizationIds: string[], scopes: string[]): Viewer => ({
    ...setting.liaison(another),
    kind: "PARTNER",
    organizationIds,
    scopes,
  });
  return {
    anonymous: ANONYMOUS,
    "another unit's liaison": setting.liaison(another),
    member: {
      ...setting.liaison(another),
      organizationIds: [],
      committeeIds: [committee.id],
      seatCommitteeIds: [committee.id],
    },
    "secretary of another committee": (await setting.committee()).secretary,
    auditor: {
      ...setting.liaison(another),
      organizationIds: [],
      auditorRegionCodes: [DISTRICT],
    },
    "operator of elsewhere": setting.stranger,
    "another unit's key": key([another], ["members:read", "members:write"]),
    "the unit's key that may only read": key([unit, applicant], ["members:read"]),
  };
}

/** All callers with a token but those who may see a record. */
export const nobodyBut = (...seers: readonly Caller[]): Caller[] =>
  CALLERS.filter((caller) => caller !== "anonymous" && !seers.includes(caller));
