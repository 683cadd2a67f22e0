import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import type pg from "pg";
import type { TestHub } from "../hub.ts";
import { createPartner } from "../partner.ts";
import { peopleOf } from "../people.ts";
import type { Random } from "../random.ts";
import type { Asker } from "./model.ts";
import type { Ground } from "./record-writer.ts";

const ALL_SCOPES = SUBGRAPH_NAMES.flatMap((name) => [`${name}:read`, `${name}:write`]);
/** Partner systems of a world with random scopes, beside those with scopes for one subgraph alone. */
const PARTNERS = 5;

/** A viewer, and how it is identified. */
export interface Caller {
  readonly name: string;
  readonly asker: Asker;
  readonly token: string | undefined;
}

/** Two committees of one alliance, one of another, with units of each. */
export async function readGround(admin: pg.Client): Promise<Ground> {
  const found = await admin.query(
    `select id, region_code as "regionCode", region_path as "regionPath", alliance_code as "allianceCode",
       organization_id || array(select organization_id from members.membership
         where committee_id = committee.id and left_on is null order by joined_on, id limit 3) as units
     from organizations.committee
     where id in (select committee_id from members.seat where subject like any($1) and until is null)`,
    [
      [
        "demo:445202-secretary",
        "demo:445202-secretary-2",
        "demo:445202-secretary-3",
        "demo:610327-secretary-2",
      ],
    ],
  );
  if (found.rows.length !== 4) throw new Error("The demonstration has other committees");
  return { committees: found.rows as Ground["committees"] };
}

/** Nobody, the demonstration people of two places, and partner systems with scopes of all kinds. */
export async function createCallers(
  hub: Pick<TestHub, "databaseUrl" | "tokenOf">,
  random: Random,
  ground: Ground,
): Promise<Caller[]> {
  const people = [...peopleOf("445202"), ...peopleOf("610327")];
  const persons = await Promise.all(
    people.map(async ({ name, subject }) => ({
      name,
      asker: { subject },
      token: await hub.tokenOf(name),
    })),
  );
  const scopesOf = [
    ["activities:read"],
    ["resources:read"],
    ...Array.from({ length: PARTNERS }, () => ALL_SCOPES.filter(() => random.oneIn(2))),
  ];
  const partners = await Promise.all(
    scopesOf.map(async (scopes) => {
      const organizationId = random.oneOf(random.oneOf(ground.committees).units);
      const { key } = await createPartner(hub, organizationId, scopes);
      const name = `a key of ${organizationId} for ${scopes.join(" ")}`;
      return { name, asker: { organizationId, scopes }, token: key };
    }),
  );
  return [{ name: "nobody", asker: undefined, token: undefined }, ...persons, ...partners];
}
