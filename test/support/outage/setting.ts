import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import pg from "pg";
import { type Asked, ask } from "../ask.ts";
import { operation } from "../contract.ts";
import { DEMONSTRATION } from "../hub.ts";
import { type HubProcess, startHubProcess } from "../hub-process.ts";
import { inHours, person, unitOf } from "../people.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export const PROVIDER = "445202-liaison-1";
export const BOOKER = "445202-liaison-2";

/** Reads resources, organizations and, to identify the viewer, members. */
export const READ = "{ resources(first: 3) { nodes { id provider { name } } } }";

/** A hub in its own process on its own database, with a client that may do anything to that database. */
export interface OutageStage extends AsyncDisposable {
  readonly hub: HubProcess;
  readonly database: TestDatabase;
  readonly admin: pg.Client;
  /** Sends an operation as a demonstration person; anonymous if left out. */
  ask(query: string, variables?: object, as?: string): Promise<Asked>;
  /** A resource of capacity 1 that may be booked. @returns its id. */
  shareResource(): Promise<string>;
  /** Books an hour, as the booker. */
  book(resourceId: string, over?: object): Promise<Asked>;
}

/**
 * @param settings of the hub. @param through returns the address of the database for the hub, such as a
 *   proxy's.
 */
export async function openOutageStage(
  settings: NodeJS.ProcessEnv = {},
  through: (url: string) => string | Promise<string> = (url) => url,
): Promise<OutageStage> {
  await using opening = new AsyncDisposableStack();
  const database = opening.use(await createTestDatabase(DEMONSTRATION));
  const folder = opening.use(await temporaryFolder());
  const admin = opening.adopt(new pg.Client({ connectionString: database.url }), (one) =>
    one.end(),
  );
  await admin.connect();
  const issuer = await openDemonstrationIssuer(folder.path);
  const tokens = new Map<string, string>();
  for (const name of [PROVIDER, BOOKER]) tokens.set(name, await issuer.token(person(name).subject));
  const hub = opening.use(
    await startHubProcess(folder.path, {
      DATABASE_URL: await through(database.url),
      LOG_LEVEL: "info",
      ...settings,
    }),
  );
  const opened = opening.move();
  const stage: Omit<OutageStage, "shareResource" | "book"> = {
    hub,
    database,
    admin,
    ask: (query, variables = {}, as) => {
      const token = as === undefined ? undefined : tokens.get(as);
      return ask(hub.url, { query, variables, ...(token === undefined ? {} : { token }) });
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
  return {
    ...stage,
    shareResource: async () => {
      const input = {
        providerId: unitOf(PROVIDER),
        title: "可订一个",
        kind: "EQUIPMENT",
        audience: "ALLIANCE",
        capacity: 1,
        publish: true,
      };
      const shared = await stage.ask(operation("ShareResource"), { input }, PROVIDER);
      return String(shared.data["shareResource"]?.["resource"]?.["id"]);
    },
    book: (resourceId, over) => {
      const during = { start: inHours(30), end: inHours(31) };
      const input = { resourceId, organizationId: unitOf(BOOKER), during, ...over };
      return stage.ask(operation("BookResource"), { input }, BOOKER);
    },
  };
}

/** The lines of a hub's log with a message. */
export function linesOf(hub: HubProcess, message: RegExp): Record<string, unknown>[] {
  return hub
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => message.test(String(msg)));
}
