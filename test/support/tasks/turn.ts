import { attempt, type World } from "./world.ts";
import type { Records, Stored } from "./records.ts";
import type { Random } from "../random.ts";

/** What a step of a history has to choose from: the records as they are, and chance. */
export interface Turn {
  readonly world: World;
  readonly records: Records;
  readonly random: Random;
}

/** Why a step did nothing: there was nothing to choose from, or the hub rejected it, with the code. */
export type Outcome = "DONE" | "NOTHING" | (string & {});

/** One thing that somebody does, or that time does. */
export type Step = (turn: Turn) => Promise<Outcome>;

/** What nobody foresaw; everything else that rejects a step is a rule of the hub. */
const FAULTS = ["INTERNAL", "SUBGRAPH_UNAVAILABLE", "UNPLANNABLE"];

/** Sends a mutation as somebody. @throws Error for a fault of the hub or of the test. */
export async function send(
  { world }: Turn,
  as: string,
  mutation: string,
  input: object,
): Promise<Outcome> {
  const { codes, errors } = await attempt(world, as, mutation, input);
  const [code] = codes;
  if (codes.some((one) => one === undefined || FAULTS.includes(one)))
    throw new Error(`${mutation} of ${JSON.stringify(input)}: ${JSON.stringify(errors)}`);
  return code ?? "DONE";
}

/** One of the records for which a condition holds, by chance. */
export function one(
  { random }: Turn,
  of: readonly Stored[],
  isWanted: (record: Stored) => boolean = () => true,
): Stored | undefined {
  const wanted = of.filter(isWanted);
  return wanted.length === 0 ? undefined : random.oneOf(wanted);
}

/** A step about one of some records; nothing where there is none. */
export const about =
  (
    choose: (turn: Turn) => Stored | undefined,
    act: (turn: Turn, record: Stored) => Promise<Outcome>,
  ): Step =>
  async (turn) => {
    const record = choose(turn);
    return record ? await act(turn, record) : "NOTHING";
  };

/** Whoever acts for a unit: its liaison, or else the secretary whose committee stands on it. */
export function actorOf({ world, records }: Turn, unit: unknown): string {
  const liaison = records.liaison.find(
    (each) => each["organization_id"] === unit && each["ended_at"] === null,
  );
  if (liaison) return String(liaison["subject"]);
  const committee = records.committee.find((each) => each["organization_id"] === unit);
  return committee ? secretaryOf(world, committee) : world.named("nobody");
}

/** Whoever runs a committee. */
export function secretaryOf({ street, communities, named }: World, committee: Stored): string {
  if (committee["region_code"] === street) return named("secretary");
  const isFirst = committee["region_code"] === communities[0];
  // The one that a history establishes has no secretary of its own: the one above runs it.
  return named(isFirst ? "community-secretary" : "secretary");
}

/** A committee by its id. */
export function committeeById({ records }: Turn, id: unknown): Stored {
  const found = records.committee.find((committee) => committee["id"] === id);
  if (!found) throw new Error(`There is no committee ${String(id)}`);
  return found;
}

/** Units that still exist. */
export const activeUnits = ({ records }: Turn): readonly Stored[] =>
  records.organization.filter(({ state }) => state === "ACTIVE");

/** The current members of a committee. */
export const membersOf = ({ records }: Turn, committeeId: unknown): readonly Stored[] =>
  records.membership.filter(
    (each) => each["committee_id"] === committeeId && each["left_on"] === null,
  );

/** A day, counted from today where the people are. */
export function dayIn({ world }: Turn, days: number): string {
  const shanghai = world.hub.clock.now.getTime() + (8 + 24 * days) * 3_600_000;
  return new Date(shanghai).toISOString().slice(0, 10);
}

/** Two hours, some hours from now on. */
export function hoursIn({ world }: Turn, hours: number): { start: string; end: string } {
  const hour = 3_600_000;
  const start = (Math.floor(world.hub.clock.now.getTime() / hour) + hours) * hour;
  return { start: new Date(start).toISOString(), end: new Date(start + 2 * hour).toISOString() };
}
