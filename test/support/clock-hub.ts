import { readFileSync } from "node:fs";
import { connectGateway, migrateAll } from "@alliance-hub/gateway/database/database";
import { createEngine } from "@alliance-hub/gateway/engine/operation/hub-engine";
import { createLocalTransport } from "@alliance-hub/gateway/engine/transport/local";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { createLog } from "@alliance-hub/platform/log/log";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import { parse } from "graphql";
import pg from "pg";
import type { Answer, Asked } from "./ask.ts";

/** What a person was answered. */
export type Answered = Pick<Asked, "data" | "errors" | "codes">;

/** A whole hub in this process, without HTTP, on a clock that the test moves. */
export interface ClockHub extends AsyncDisposable {
  /** Now, as all subgraphs see it. */
  readonly clock: { now: Date };
  /** Reads and prepares records as the owner of the server. */
  readonly admin: pg.Client;
  /** Starts what the hub does by itself, on the same clock. */
  work(): AsyncDisposable;
  /** Sends an operation as a person, with the rights that the records give at this moment, or as a given viewer. */
  ask(as: string | Viewer, query: string, variables?: object): Promise<Answered>;
  /** Everything that the records say about a person at this moment. */
  viewer(subject: string): Promise<Viewer>;
}

const SUPERGRAPH = new URL("../../../schema/supergraph.graphql", import.meta.url);
const log = createLog({ level: "silent", name: "test" });

/** A database with the tables of a hub and nothing in them. */
const EMPTY: TestTemplate = {
  name: "template_clock_hub",
  prepare: async (url) => {
    await using closing = new AsyncDisposableStack();
    const subgraphs = await createSubgraphs({ databaseUrl: url, log });
    for (const subgraph of subgraphs) closing.use(subgraph);
    await migrateAll(url, subgraphs, () => undefined);
  },
};

/**
 * Ids in the order in which they are made, also within one moment of a clock that stands still: what a test
 * chooses by chance from records in the order of their ids, it chooses again with the same seed.
 */
function idsInOrder(clock: () => Date): () => string {
  let made = 0;
  const hex = (number: number): string => number.toString(16).padStart(12, "0");
  return () => {
    const moment = hex(clock().getTime());
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-${hex((made += 1))}`;
  };
}

/** Starts a hub on an empty database. @param now what its clock shows. */
export async function startClockHub(now: Date): Promise<ClockHub> {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase(EMPTY));
  const clock = { now };
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  starting.defer(() => admin.end());
  const directory = starting.use(await connectGateway(database.url));
  const subgraphs = await createSubgraphs({
    databaseUrl: database.url,
    log,
    clock: () => clock.now,
    newId: idsInOrder(() => clock.now),
    webhooks: { secretsKey: Buffer.alloc(32, 7), privateAddresses: true },
  });
  const engine = starting.use(
    createEngine({
      supergraphSdl: readFileSync(SUPERGRAPH, "utf8"),
      scalars: [DateScalar, DateTimeScalar],
      transport: ({ name }) => {
        const subgraph = subgraphs.find((one) => one.name === name);
        if (!subgraph) throw new Error(`There is no subgraph ${name}`);
        return createLocalTransport(subgraph, log);
      },
    }),
  );
  const viewer = async (subject: string): Promise<Viewer> => {
    const standing = await readStanding(directory.rows, { subject }, shanghaiDay(clock.now));
    return { kind: "PERSON", subject, scopes: [], ...standing };
  };
  const running = starting.move();
  return {
    clock,
    admin,
    viewer,
    work: () => {
      const working = new AsyncDisposableStack();
      for (const subgraph of subgraphs) if (subgraph.work) working.use(subgraph.work());
      return working;
    },
    ask: async (as, query, variables = {}) => {
      const prepared = await engine.prepare({ source: query, document: parse(query) });
      const { data, errors } = await prepared.execute(variables as Record<string, unknown>, {
        viewer: typeof as === "string" ? await viewer(as) : as,
        requestId: "test",
        signal: new AbortController().signal,
        language: "en",
      });
      const faults = (errors ?? []) as unknown as Asked["errors"]; // as they come over HTTP
      const codes = faults.map(({ extensions }) => extensions.code);
      // What was asked for is known to the caller alone.
      return { data: data as unknown as Answer, errors: faults, codes };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
