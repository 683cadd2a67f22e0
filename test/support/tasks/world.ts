import type { ClockHub } from "../clock-hub.ts";

/** A place of its own: a street with two communities, the second of which has no committee yet. */
export interface World {
  readonly hub: ClockHub;
  readonly district: string;
  readonly street: string;
  readonly communities: readonly [string, string];
  readonly operator: string;
  /** The subject of somebody of this world. */
  readonly named: (name: string) => string;
}

let worlds = 0;

/** Day on which all terms of a world end: after everything that a history can reach. */
export const LAST_DAY = "2060-12-31";

/**
 * Makes a place with operators, a street committee with three units and their liaisons, and the committee of a
 * community below it. Everything but the places and the operator comes about through the graph.
 */
export async function makeWorld(hub: ClockHub): Promise<World> {
  worlds += 1;
  const district = String(900_000 + worlds);
  const street = `${district}001`;
  const communities = [`${street}001`, `${street}002`] as const;
  const named = (name: string): string => `${district}-${name}`;
  const world = { hub, district, street, communities, operator: named("operator"), named };
  await enterPlaces(world);
  const [base, communityBase] = [
    await register(world, "街道党工委", street),
    await register(world, "社区党委", communities[0]),
  ];
  await register(world, "另一社区党委", communities[1]);
  const committee = await establish(world, { place: street, organizationId: base, parentId: null });
  const below = { place: communities[0], organizationId: communityBase, parentId: committee };
  const community = await establish(world, below);
  for (const [committeeId, organizationId, name] of [
    [committee, base, "secretary"],
    [community, communityBase, "community-secretary"],
  ] as const)
    await change(world, world.operator, "appointSeat", {
      committeeId,
      organizationId,
      holderName: "书记",
      role: "SECRETARY",
      subject: named(name),
    });
  for (const name of ["甲", "乙", "丙"]) await addUnit(world, name, committee);
  return world;
}

/** Registers a unit, takes it into a committee, and names its liaison. @returns its id. */
export async function addUnit(world: World, name: string, committeeId: string): Promise<string> {
  const { operator, street, named } = world;
  const organizationId = await register(world, name, street);
  await change(world, operator, "joinCommittee", { committeeId, organizationId });
  const subject = named(`liaison-${organizationId}`);
  await change(world, operator, "nameLiaison", { organizationId, subject, name: "联络员" });
  return organizationId;
}

async function register(world: World, name: string, regionCode: string): Promise<string> {
  const input = { name, kind: "PARTY_ORGANIZATION", regionCode };
  const { data } = await change(world, world.operator, "registerOrganization", input);
  return String(data["registerOrganization"]?.["organization"]?.["id"]);
}

/** Establishes a committee of a place. @returns its id. */
export async function establish(
  world: World,
  of: { readonly place: string; readonly organizationId: string; readonly parentId: string | null },
): Promise<string> {
  const { place, organizationId, parentId } = of;
  const { data } = await change(world, world.operator, "establishCommittee", {
    name: `${place} 委员会`,
    level: place === world.street ? "STREET" : "COMMUNITY",
    regionCode: place,
    organizationId,
    parentId,
    termNumber: 1,
    termStartsOn: "2026-01-01",
    termEndsOn: LAST_DAY,
  });
  return String(data["establishCommittee"]?.["committee"]?.["id"]);
}

/** What the mutations answer with, where more than `__typename` is needed. */
const ANSWERS: Readonly<Record<string, string>> = {
  registerOrganization: "organization { id }",
  establishCommittee: "committee { id }",
};

/** Sends a mutation with an input. */
export async function attempt(world: World, as: string, mutation: string, input: object) {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = ANSWERS[mutation] ?? "__typename";
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} } }`;
  return await world.hub.ask(as, query, { input });
}

/** Sends a mutation that must succeed. */
export async function change(world: World, as: string, mutation: string, input: object) {
  const answered = await attempt(world, as, mutation, input);
  if (answered.errors.length > 0)
    throw new Error(`${mutation}: ${JSON.stringify(answered.errors)}`);
  return answered;
}

async function enterPlaces({ hub, ...world }: World): Promise<void> {
  const { district, street, communities, operator } = world;
  await hub.admin.query(
    `insert into organizations.region (code, name, level, parent_code, path, alliance_code, created_at, updated_at)
     values ($1, '区', 'DISTRICT', null, array[null, null, $1, null, null, null], $1, $5, $5),
            ($2, '街道', 'STREET', $1, array[null, null, $1, $2, null, null], $1, $5, $5),
            ($3, '一社区', 'COMMUNITY', $2, array[null, null, $1, $2, $3, null], $1, $5, $5),
            ($4, '二社区', 'COMMUNITY', $2, array[null, null, $1, $2, $4, null], $1, $5, $5)`,
    [district, street, ...communities, hub.clock.now],
  );
  const { named } = world;
  for (const [subject, code] of [
    [operator, district],
    [named("street-operator"), street],
    [named("community-operator"), communities[0]],
  ])
    await hub.admin.query(
      `insert into members.appointment (id, created_at, updated_at, subject, role, region_code, region_path)
       select gen_random_uuid(), $3, $3, $1, 'OPERATOR', code, path from organizations.region where code = $2`,
      [subject, code, hub.clock.now],
    );
}
