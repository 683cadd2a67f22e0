import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { demonstrationPeople } from "@alliance-hub/demonstration/people";
import { remembered } from "@alliance-hub/platform/metrics/remembered";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { parse } from "graphql";
import type { Kysely } from "kysely";
import { demonstrationSampleIds } from "./demonstration.ts";
import type { Engine } from "../engine/engine.ts";
import type { SampleIds } from "../http/explorer/sample-values.ts";

/** The person for whom ids for the explorer's examples are looked up. The examples work for this person. */
const PERSON = "445202-liaison-1";

const QUERY = `{
  resource: resources(filter: { regionCode: "445202", kinds: [VENUE] }, first: 1) { nodes { id } }
  registration: registrations(filter: { regionCode: "445202" }, first: 1) { nodes { id } }
  agreement: agreements(filter: { regionCode: "445202" }, first: 1) { nodes { id } }
  activity: activities(filter: { regionCode: "445202", states: [SCHEDULED, RESCHEDULED] }, first: 1) { nodes { id } }
  booking: bookings(first: 1) { nodes { id } }
}`;

/** They are looked up when the explorer is opened, and then kept for a moment. */
const LOOKED_FOR = { goodMs: 2000, waitMs: 2000 };

/**
 * Ids of the demonstration alliance for the explorer's examples: of records that are there now. What is
 * not there, such as a booking before the first one is made, is left out.
 */
export function createSampleIds(
  engine: Engine,
  rows: Kysely<DirectoryTables>,
): () => Promise<Partial<SampleIds>> {
  const person = demonstrationPeople().find(({ name }) => name === PERSON);
  if (!person) throw new Error(`The demonstration alliance lacks ${PERSON}`);
  const { subject } = person;
  const known = demonstrationSampleIds();
  const document = parse(QUERY);
  const look = async (): Promise<Partial<SampleIds>> => {
    const standing = await readStanding(rows, { subject });
    const prepared = await engine.prepare({ source: QUERY, document });
    const { data } = await prepared.execute(undefined, {
      viewer: { kind: "PERSON", subject, scopes: [], ...standing },
      requestId: "explorer",
      signal: AbortSignal.timeout(LOOKED_FOR.waitMs),
    });
    const found: Record<string, string> = {};
    for (const [name, list] of Object.entries(data ?? {})) {
      const [node] = (list as { nodes?: { id: string }[] } | null)?.nodes ?? [];
      if (node) found[name] = node.id;
    }
    return { ...known, ...found };
  };
  const looked = remembered(look, LOOKED_FOR);
  return async () => (await looked()) ?? known;
}
