import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { Unit, WorkingDay } from "../working-day.ts";

/** Whoever may ask for a change. */
export const CALLERS = [
  "anonymous",
  "stranger", // a liaison in another district
  "neighbour", // a liaison of the committee, of a unit that the record does not concern
  "asker", // the liaison of the unit that books, needs, hosts, owns
  "provider", // the liaison of the unit that offers the resource
  "secretary",
  "deputy", // to whom nothing was handed over
  "acting deputy", // to whom the secretary has handed the committee over
  "auditor",
  "operator",
  "partner", // the asker's system, which may write
  "reading partner", // the asker's system, which may only read
] as const;
export type Caller = (typeof CALLERS)[number];

/** The units of a committee that a change is between. */
export interface Sides {
  readonly asker: Unit;
  readonly provider: Unit;
  readonly neighbour: Unit;
}

/** How each caller signs in. Deputies, an auditor and a handover are made for it. */
export async function createCallers(
  day: WorkingDay,
  { asker, provider, neighbour }: Sides,
): Promise<Readonly<Record<Caller, string | Viewer>>> {
  const { hub, world, committeeId, secretary, stranger } = day;
  const seat = async (name: string): Promise<string> => {
    const made = await day.send(secretary, "appointSeat", "seat { id }", {
      committeeId,
      organizationId: neighbour.id,
      holderName: "委员 017",
      role: "DEPUTY_SECRETARY",
      subject: world.named(name),
    });
    return String(made["seat"]?.["id"]);
  };
  await seat("deputy");
  const [seatId, today] = [await seat("acting"), hub.clock.now.toISOString().slice(0, 10)];
  const handover = { committeeId, seatId, from: today, until: today };
  await day.send(secretary, "handOver", "__typename", handover);
  const auditor = world.named("auditor");
  const appointed = { subject: auditor, role: "AUDITOR", regionCode: world.district };
  await day.send(world.operator, "appoint", "__typename", appointed);
  const partner = async (scope: "read" | "write"): Promise<Viewer> => ({
    ...(await hub.viewer(asker.liaison)),
    kind: "PARTNER",
    subject: `partner:${scope}`,
    roles: [],
    scopes: ["resources", "activities"].flatMap((name) =>
      scope === "read" ? [`${name}:read`] : [`${name}:read`, `${name}:write`],
    ),
  });
  return {
    anonymous: ANONYMOUS,
    stranger,
    neighbour: neighbour.liaison,
    asker: asker.liaison,
    provider: provider.liaison,
    secretary,
    deputy: world.named("deputy"),
    "acting deputy": world.named("acting"),
    auditor,
    operator: world.operator,
    partner: await partner("write"),
    "reading partner": await partner("read"),
  };
}
