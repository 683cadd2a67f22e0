import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { ask } from "../ask.ts";
import { startHubProcess } from "../hub-process.ts";
import { committeeOf, peopleOf } from "../people.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { RestartedHub } from "../restarted-hub.ts";
import { SECRETARY, UPDATE_OF } from "./changes.ts";
import { readEntries } from "./log-entries.ts";

/** A hub that can be killed, and what its readers and writers need. */
export interface Stage extends AsyncDisposable {
  readonly hub: RestartedHub;
  /** The end of the log before anybody wrote. */
  readonly after: string;
  /** The unit that hosts all activities. */
  readonly hostId: string;
  readonly tokenOf: (name: string) => string;
  /**
   * How many of the writers' changes the audit log has, by the type of update. It confirms the update log
   * independently.
   */
  audited(): Promise<Readonly<Record<string, number>>>;
}

const AUDITOR = "445202-auditor";
const COUNT =
  "query ($action: String!) { auditEntries(filter: { action: $action }, first: 1) { totalCount } }";
const HOST = "query ($id: ID!) { committee(id: $id) { organization { id } } }";

/** Starts a hub with the demonstration alliance on a cluster of its own. */
export async function startStage(): Promise<Stage> {
  await using starting = new AsyncDisposableStack();
  const { path } = starting.use(await temporaryFolder());
  const issuer = await openDemonstrationIssuer(path);
  const tokens = new Map<string, string>();
  for (const { name, subject } of peopleOf("445202")) tokens.set(name, await issuer.token(subject));
  const tokenOf = (name: string): string => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`There is no demonstration person ${name}`);
    return token;
  };
  const settings = { HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" };
  const hub = starting.use(new RestartedHub(() => startHubProcess(path, settings)));

  const count = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const [action, type] of Object.entries(UPDATE_OF)) {
      const question = { query: COUNT, variables: { action }, token: tokenOf(AUDITOR) };
      const { data } = await ask(await hub.url(), question);
      counts[type] = Number(data["auditEntries"]?.["totalCount"]);
    }
    return counts;
  };
  const url = await hub.url();
  const { end: after } = await readEntries(url, null);
  const before = await count();
  const { data } = await ask(url, { query: HOST, variables: { id: committeeOf(SECRETARY) } });
  const hostId = String(data["committee"]?.["organization"]?.["id"]);
  const running = starting.move();
  return {
    hub,
    after,
    hostId,
    tokenOf,
    audited: async () => {
      const now = await count();
      return Object.fromEntries(
        Object.entries(now).map(([type, counted]) => [type, counted - (before[type] ?? 0)]),
      );
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
