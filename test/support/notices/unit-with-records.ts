import { readRecords } from "../tasks/records.ts";
import { type World, addUnit, change } from "../tasks/world.ts";
import { type Labels, make } from "./left-notices.ts";

/** A unit of a street committee that is about to leave it or to end, and those who have to do with it. */
export interface UnitWithRecords {
  readonly world: World;
  readonly labels: Labels;
  readonly committeeId: string;
  readonly membershipId: string;
  /** The organisation that the committee belongs to. */
  readonly base: string;
  readonly unit: string;
  readonly liaison: string;
  /** Two other units of the committee. */
  readonly others: readonly [string, string];
  readonly liaisonOf: (unit: string) => string;
  /** Makes a record with a mutation. @returns its id. */
  readonly make: (
    as: string,
    mutation: string,
    input: { readonly label: string; readonly noun: string } & Readonly<Record<string, unknown>>,
  ) => Promise<string>;
}

/** Two hours, some days after the hub's clock. */
export const during = ({ hub }: World, days: number) => {
  const start = hub.clock.now.getTime() + days * 86_400_000;
  return {
    start: new Date(start).toISOString(),
    end: new Date(start + 7_200_000).toISOString(),
  };
};

/** Makes a unit with two neighbours; it has no records yet. */
export async function unitWithRecords(world: World): Promise<UnitWithRecords> {
  const { committee } = await readRecords(world.hub.admin, world.district);
  const street = committee.find((one) => one["region_code"] === world.street);
  const committeeId = String(street?.["id"]);
  const base = String(street?.["organization_id"]);
  const unit = await addUnit(world, "甲公司", committeeId);
  const others = [
    await addUnit(world, "乙学校", committeeId),
    await addUnit(world, "丙医院", committeeId),
  ] as const;
  const { membership } = await readRecords(world.hub.admin, world.district);
  const mine = membership.find((one) => one["organization_id"] === unit);
  const liaisonOf = (id: string): string => world.named(`liaison-${id}`);
  const labels: Labels = new Map([
    [committeeId, "committee"],
    [String(mine?.["id"]), "membership"],
    [base, "base"],
    [unit, "unit"],
    [others[0], "other"],
    [others[1], "third"],
    [liaisonOf(unit), "liaison"],
  ]);
  return {
    world,
    labels,
    committeeId,
    membershipId: String(mine?.["id"]),
    base,
    unit,
    liaison: liaisonOf(unit),
    others,
    liaisonOf,
    make: (as, mutation, input) => make({ world, labels }, as, mutation, input),
  };
}

/** Shares a room on the committee's list. */
export async function shareRoom(
  of: UnitWithRecords,
  room: { readonly label: string; readonly providerId: string; readonly audience: string },
): Promise<string> {
  const { label, ...input } = room;
  return await of.make(of.liaisonOf(room.providerId), "shareResource", {
    label,
    noun: "resource",
    ...input,
    title: label,
    kind: "VENUE",
    committeeId: of.committeeId,
    capacity: 1,
    publish: true,
  });
}

/** Books a room. */
export async function book(
  of: UnitWithRecords,
  booking: {
    readonly label: string;
    readonly resourceId: string;
    readonly organizationId: string;
    readonly days: number;
  },
): Promise<string> {
  const { days, ...input } = booking;
  return await of.make(of.liaisonOf(booking.organizationId), "bookResource", {
    noun: "booking",
    ...input,
    during: during(of.world, days),
    purpose: booking.label,
  });
}

/** Posts a need of the unit for the committee's units. */
export async function postNeed(of: UnitWithRecords, label: string): Promise<string> {
  return await of.make(of.liaison, "postNeed", {
    label,
    noun: "need",
    organizationId: of.unit,
    title: label,
    kind: "VENUE",
    committeeId: of.committeeId,
    audience: "COMMITTEE",
    publish: true,
  });
}

/** Schedules an activity of the committee, in which the neighbour takes part, too. */
export async function schedule(
  of: UnitWithRecords,
  activity: { readonly label: string; readonly hostId: string; readonly guestId: string },
): Promise<string> {
  const { label, hostId, guestId } = activity;
  const id = await of.make(of.liaisonOf(hostId), "scheduleActivity", {
    label,
    noun: "activity",
    committeeId: of.committeeId,
    hostId,
    title: label,
    kind: "SERVICE",
    during: during(of.world, 9),
    audience: "COMMITTEE",
  });
  const joining = { id, organizationId: guestId };
  await change(of.world, of.liaisonOf(guestId), "joinActivity", joining);
  return id;
}

/** Raises an issue that the unit is to resolve. */
export async function raiseIssue(of: UnitWithRecords, label: string): Promise<string> {
  return await of.make(of.world.named("secretary"), "raiseIssue", {
    label,
    noun: "issue",
    committeeId: of.committeeId,
    title: label,
    ownerId: of.unit,
    deadline: "2027-04-30",
  });
}

/** Proposes an agreement between the unit and its first neighbour. */
export async function propose(of: UnitWithRecords, label: string): Promise<string> {
  const partyIds = [of.unit, of.others[0]];
  const id = await of.make(of.liaison, "draftAgreement", {
    label,
    noun: "agreement",
    committeeId: of.committeeId,
    title: label,
    partyIds,
    termFrom: "2027-03-01",
    termTo: "2028-03-01",
    commitments: partyIds.map((organizationId) => ({ organizationId, clause: "开放场地" })),
  });
  await change(of.world, of.liaison, "proposeAgreement", { id });
  return id;
}

/** Appoints somebody of the unit to a seat in the committee. */
export async function appoint(of: UnitWithRecords, label: string): Promise<string> {
  const subject = of.world.named("member");
  of.labels.set(subject, "member");
  return await of.make(of.world.operator, "appointSeat", {
    label,
    noun: "seat",
    committeeId: of.committeeId,
    organizationId: of.unit,
    holderName: "委员 017",
    role: "PART_TIME",
    subject,
  });
}

/** Plans the committee's next term with the seats of this one, and appoints somebody else of the unit to a seat of it. */
export async function appointNext(of: UnitWithRecords, label: string): Promise<string> {
  const { world, committeeId, unit } = of;
  const termId = await of.make(world.operator, "planTerm", {
    label: "next term",
    noun: "term",
    committeeId,
    number: 2,
    startsOn: "2030-01-01",
    endsOn: "2034-12-31",
  });
  const subject = world.named("successor");
  of.labels.set(subject, "successor");
  return await of.make(world.operator, "appointSeat", {
    label,
    noun: "seat",
    committeeId,
    termId,
    organizationId: unit,
    holderName: "委员 018",
    role: "PART_TIME",
    subject,
  });
}
