import { type OpenTask, tasksCalledFor } from "./model.ts";
import { type Records, readRecords } from "./records.ts";
import type { World } from "./world.ts";

/** What was found, and what the records call for; equal lists if all is well. */
export interface Comparison {
  readonly who: string;
  readonly found: readonly string[];
  readonly wanted: readonly string[];
}

const TASKS = `query ($after: String) { tasks(filter: { below: true }, first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes { kind recordId dueAt regionCode organization { id } committee { id } } } }`;

/** What the tables keep, and what each person is shown, beside what the records call for at this moment. */
export async function compareTasks(world: World): Promise<readonly Comparison[]> {
  const { hub, operator, named } = world;
  const records = await readRecords(hub.admin, world.district);
  const all = tasksCalledFor(records, hub.clock.now);
  const kept = await keptTasks(world, records);
  const compared = [{ who: "everybody", found: lines(kept), wanted: lines(all) }];
  const liaisons = records.liaison.filter((one) => one["ended_at"] === null);
  const people = new Set(liaisons.map(({ subject }) => String(subject)));
  const offices = ["street-operator", "community-operator", "secretary", "community-secretary"];
  for (const who of [operator, ...offices.map(named), ...people]) {
    const viewer = await hub.viewer(who);
    const keys = new Set([
      ...viewer.organizationIds.map((id) => `unit:${id}`),
      ...viewer.belowOrganizationIds.map((id) => `unit:${id}`),
      ...viewer.runsCommitteeIds.map((id) => `committee:${id}`),
      // The place itself and all below it.
      ...placesOf(world)
        .filter((code) => viewer.operatorRegionCodes.some((above) => code.startsWith(above)))
        .map((code) => `operator:${code}`),
    ]);
    const wanted = lines(all.filter(({ to }) => keys.has(to)));
    compared.push({ who, found: lines(await shownTasks(world, who)), wanted });
  }
  return compared;
}

/** The tasks that a person is shown, page after page. */
async function shownTasks({ hub }: World, who: string): Promise<OpenTask[]> {
  const shown: OpenTask[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await hub.ask(who, TASKS, { after });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const page = data["tasks"];
    for (const { kind, recordId, dueAt, regionCode, organization, committee } of page?.["nodes"] ??
      [])
      shown.push({
        kind: String(kind),
        recordId: String(recordId),
        to: organization
          ? `unit:${String(organization["id"])}`
          : committee
            ? `committee:${String(committee["id"])}`
            : `operator:${String(regionCode)}`,
        dueAt: dueAt ? new Date(String(dueAt)).toISOString() : null,
      });
    if (String(page?.["pageInfo"]?.["hasNextPage"]) !== "true") return shown;
    after = String(page?.["pageInfo"]?.["endCursor"]);
  }
}

/** The tasks of a place that are kept as open, whoever they await: also units for which nobody acts. */
async function keptTasks(world: World, records: Records): Promise<OpenTask[]> {
  const { hub } = world;
  const keys = [
    ...placesOf(world).map((code) => `operator:${code}`),
    ...records.organization.map(({ id }) => `unit:${String(id)}`),
    ...records.committee.map(({ id }) => `committee:${String(id)}`),
  ];
  const { rows } = await hub.admin.query<Omit<OpenTask, "dueAt"> & { readonly due: Date | null }>(
    `select kind, record_id as "recordId", addressee as to, due_at as due from activities.task
     where addressee = any($1) and state = 'OPEN' and opens_at <= $2 and (closes_at > $2 or closes_at is null)`,
    [keys, hub.clock.now],
  );
  return rows.map(({ due, ...task }) => ({ ...task, dueAt: due && due.toISOString() }));
}

/** The places of a world; the code of each begins with those of the places above it. */
const placesOf = ({ district, street, communities }: World): readonly string[] => [
  district,
  street,
  ...communities,
];

/** One line each, sorted, so that a difference can be read. */
const lines = (tasks: readonly OpenTask[]): string[] =>
  tasks.map(({ kind, recordId, to, dueAt }) => `${kind} ${recordId} ${to} ${dueAt}`).toSorted();
