import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { demonstrationPeople } from "@alliance-hub/demonstration/people";
import { expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type Asked, ask } from "../../support/ask.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { readEventStream } from "../../support/event-stream.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

type Ask = (query: string, variables?: object, as?: string) => Promise<Asked>;

/** Two starts on copies of one folder and a start before, on a machine that has other work as well. */
const LIMIT_MS = 240_000;

it(
  "readers from the lost future of a data folder that was put back are told so, all others go on",
  async () => {
    await using folder = await temporaryFolder();
    const [data, copy] = [join(folder.path, "data"), join(folder.path, "copy")];
    const early = await during(data, async (asking) => {
      const after = (await pollUpdates(asking, null)).end;
      for (let count = 0; count < 5; count++) await scheduleActivity(asking, `此前第 ${count} 场`);
      return await standings(asking, after);
    });
    await copyFolder(data, copy);
    const lost = await during(data, async (asking) => {
      for (let count = 0; count < 10; count++) await scheduleActivity(asking, `失去第 ${count} 场`);
      return await standings(asking, early[0] ?? null);
    });
    await rm(data, { recursive: true });
    await copyFolder(copy, data);

    await during(data, async (asking, url) => {
      for (const after of lost) expect(await answers(asking, url, after)).toEqual(RESYNC);
      for (let count = 0; count < 14; count++) await scheduleActivity(asking, `此后第 ${count} 场`);
      for (const after of lost) expect(await answers(asking, url, after)).toEqual(RESYNC);
      const { ids } = await pollUpdates(asking, early[0] ?? null);
      expect(ids).toHaveLength(14);
      for (const after of early)
        expect(await answers(asking, url, after)).toEqual({ poll: ids, sse: ids, socket: ids });
    });
  },
  LIMIT_MS,
);

const RESYNC = { poll: "RESYNC_REQUIRED", sse: "RESYNC_REQUIRED", socket: "RESYNC_REQUIRED" };

/** With owners and modes: PostgreSQL takes a cluster only as its owner. */
async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)("cp", ["-Rp", from, to]);
}

/** A hub on a folder, for as long as the work takes. */
async function during<T>(
  folder: string,
  work: (asking: { ask: Ask }, url: string) => Promise<T>,
): Promise<T> {
  const issuer = await openDemonstrationIssuer(folder);
  await using hub = await startHubProcess(folder);
  const tokenOf = async (name: string): Promise<string> =>
    issuer.token(demonstrationPeople().find((person) => person.name === name)?.subject ?? "");
  const asking: Ask = async (query, variables, as) =>
    await ask(hub.url, {
      query,
      ...(variables ? { variables } : {}),
      ...(as === undefined ? {} : { token: await tokenOf(as) }),
    });
  return await work({ ask: asking }, hub.url);
}

/** Positions at which a reader may stand at the end of the log: that of a page, and that of the last update. */
async function standings(asking: { ask: Ask }, after: string | null): Promise<string[]> {
  const { data } = await asking.ask(operation("ActivityUpdatesSince"), { after, first: 100 });
  const page = data["activityUpdatesSince"];
  return [String(page?.["endPosition"]), String(page?.["nodes"]?.at(-1)?.["position"])];
}

/** What each kind of reader is told behind a position: ids of updates, or the code of an error. */
async function answers({ ask: asking }: { ask: Ask }, url: string, after: string) {
  const polled = await asking(operation("ActivityUpdatesSince"), { after, first: 100 });
  const page = polled.data?.["activityUpdatesSince"];
  const poll = page ? (page["nodes"] ?? []).map((node) => node["id"]) : polled.codes[0];
  return { poll, sse: await streamed(url, after), socket: await overSocket(url, after) };
}

/** Up to the position alone that says that all has been told. */
async function streamed(url: string, lastEventId: string): Promise<unknown> {
  const ids: unknown[] = [];
  const signal = AbortSignal.timeout(60_000);
  const query = operation("ActivityUpdates");
  for await (const { data } of readEventStream(url, { query, lastEventId, signal })) {
    const code = data?.["errors"]?.[0]?.["extensions"]?.["code"];
    if (code !== undefined) return code;
    ids.push(data?.["data"]?.["activityUpdates"]?.["id"]);
    if (ids.length === 14) break;
  }
  return ids;
}

async function overSocket(url: string, after: string): Promise<unknown> {
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const ids: unknown[] = [];
  try {
    const query =
      "subscription ($after: String) { activityUpdates(after: $after) { id position } }";
    for await (const { data, errors } of client.iterate<{ activityUpdates: { id: string } }>({
      query,
      variables: { after },
    })) {
      if (errors) return errors[0]?.extensions?.["code"];
      ids.push(data?.activityUpdates.id);
      if (ids.length === 14) break;
    }
  } catch (error) {
    return (error as { extensions?: { code?: string } }[])[0]?.extensions?.code;
  } finally {
    await client.dispose();
  }
  return ids;
}
