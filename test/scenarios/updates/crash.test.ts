import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { readEventStream } from "../../support/event-stream.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { person } from "../../support/people.ts";
import { temporaryFolder } from "../../support/process.ts";

const SUBSCRIBE = operation("ActivityUpdates");
const ROUNDS = 5;
const WRITERS = 10;
const READERS = 4;
/** Updates of each round, before which the hub is not killed. */
const AT_LEAST = 15;

it("a reader that comes back has the whole log, in order, however often the hub is killed", async () => {
  await using folder = await temporaryFolder();
  const issuer = await openDemonstrationIssuer(folder.path);
  let hub = await startHubProcess(folder.path);
  const current = {
    ask: async (query: string, variables?: object, as?: string) =>
      await ask(hub.url, {
        query,
        ...(variables ? { variables } : {}),
        ...(as === undefined ? {} : { token: await issuer.token(person(as).subject) }),
      }),
  };
  const { end: after } = await pollUpdates(current, null);

  const over = new AbortController();
  const collected = Array.from({ length: READERS }, (): unknown[] => []);
  const read = async (ids: unknown[]): Promise<void> => {
    let lastEventId: string | undefined;
    while (!over.signal.aborted) {
      try {
        const stream = readEventStream(hub.url, {
          query: SUBSCRIBE,
          variables: { after },
          lastEventId,
          signal: over.signal,
        });
        for await (const { id, data: told } of stream) {
          const update = told?.["data"]?.["activityUpdates"]?.["id"];
          if (update === undefined) continue;
          ids.push(update);
          lastEventId = id;
        }
      } catch {
        // The hub is down, or going down: come back.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const readers = collected.map(read);

  const confirmed: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = confirmed.length;
    let isKilled = false;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let number = 0; !isKilled; number++)
        confirmed.push(await scheduleActivity(current, `第 ${round} 轮 ${writer}-${number}`));
    });
    const stopped = Promise.allSettled(writers);
    const enough = before + AT_LEAST + Math.floor(Math.random() * 15);
    while (confirmed.length < enough) await new Promise((resolve) => setImmediate(resolve));
    isKilled = true;
    hub.child.kill("SIGKILL");
    await hub.ended;
    await stopped;
    hub = await startHubProcess(folder.path);
  }

  const { ids } = await pollUpdates(current, after);
  // Each change that was confirmed has its update; one that was not may have been committed all the same.
  expect(ids.length).toBeGreaterThanOrEqual(confirmed.length);
  for (const found of collected) {
    for (const since = Date.now(); found.length < ids.length && Date.now() - since < 20_000;)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(found).toEqual(ids);
  }
  over.abort();
  await Promise.all(readers);
  hub.child.kill("SIGTERM");
  await hub.ended;
});
