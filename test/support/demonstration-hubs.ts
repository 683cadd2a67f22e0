import { migrateAll } from "@alliance-hub/gateway/database/database";
import { loadDemonstration } from "@alliance-hub/gateway/demonstration/demonstration";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import { createLog } from "@alliance-hub/platform/log/log";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import pg from "pg";

/** Hubs of one database, as if several were started, that only load the demonstration alliance. */
export interface DemonstrationHubs extends AsyncDisposable {
  /** @returns the steps that this hub reports. @param now default today. */
  load(hub: number, scale: number, now?: Date): Promise<string[]>;
  /** The rows of a statement. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

const log = createLog({ level: "silent", name: "test" });

/** A database with the tables of a hub. */
const MIGRATED: TestTemplate = {
  name: "template_migrated",
  prepare: async (url) => {
    await using closing = new AsyncDisposableStack();
    const subgraphs = await createSubgraphs({ databaseUrl: url, log });
    for (const subgraph of subgraphs) closing.use(subgraph);
    await migrateAll(url, subgraphs, () => undefined);
  },
};

/** Hubs of one fresh database with its tables. */
export async function demonstrationHubs(count: number): Promise<DemonstrationHubs> {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase(MIGRATED));
  const all: Subgraph[][] = [];
  for (let at = 0; at < count; at += 1) {
    const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
    for (const subgraph of subgraphs) starting.use(subgraph);
    all.push(subgraphs);
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  starting.defer(() => client.end());
  const running = starting.move();
  return {
    load: async (hub, scale, now) => {
      const steps: string[] = [];
      await loadDemonstration(all[hub] ?? [], {
        scale,
        report: (step) => steps.push(step),
        ...(now ? { now } : {}),
      });
      return steps;
    },
    query: async (text, values = []) =>
      (await client.query<Record<string, unknown>>(text, [...values])).rows,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
