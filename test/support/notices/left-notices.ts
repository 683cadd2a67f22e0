import { nodesOf } from "../ask.ts";
import { type World, change } from "../tasks/world.ts";

/** What records, units, committees and persons are called in a test, by their ids. */
export type Labels = Map<string, string>;

/** Makes a record with a mutation, and gives it a label. @returns its id. */
export async function make(
  { world, labels }: { readonly world: World; readonly labels: Labels },
  as: string,
  mutation: string,
  { label, noun, ...input }: { readonly label: string; readonly noun: string },
): Promise<string> {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${noun} { id } } }`;
  const { data, errors } = await world.hub.ask(as, query, { input });
  if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  const id = String(data[mutation]?.[noun]?.["id"]);
  labels.set(id, label);
  return id;
}

/**
 * What a mutation tells, whom it tells it, and nothing else, as `Noun.TYPE record → addressee`, sorted. What has no label
 * is shown by its id.
 */
export async function toldBy(
  { world, labels }: { readonly world: World; readonly labels: Labels },
  [as, mutation, input]: readonly [as: string, mutation: string, input: object],
): Promise<readonly string[]> {
  const { admin } = world.hub;
  const { rows: before } = await admin.query(
    "select coalesce(max(number), 0) as number from activities.notice",
  );
  await change(world, as, mutation, input);
  const { rows } = await admin.query<{ what: string; record: string; whom: string }>(
    `select noun || '.' || type as what, record_id as record,
       coalesce(organization_id::text, committee_id::text, subject) as whom
     from activities.notice where number > $1`,
    [before[0]?.number],
  );
  const called = (id: string): string => labels.get(id) ?? id;
  return rows
    .map(({ what, record, whom }) => `${what} ${called(record)} → ${called(whom)}`)
    .toSorted();
}

/** The titles of what somebody was told of records of a type, in English, newest first. */
export async function titlesFor(
  { world }: { readonly world: World },
  subject: string,
  noun: string,
): Promise<readonly string[]> {
  const query =
    "query ($nouns: [String!]) { notices(filter: { nouns: $nouns }) { nodes { title } } }";
  const { data, errors } = await world.hub.ask(subject, query, { nouns: [noun] });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return nodesOf(data, "notices").map(({ title }) => String(title));
}
