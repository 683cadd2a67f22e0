import { describe, expect, it } from "@jest/globals";
import { startServerPair } from "@alliance-hub/testing/server-pair";
import { askAt } from "../../support/asking.ts";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { listen } from "../../support/listening.ts";
import { patiently } from "../../support/patience.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("a hub on a database of two servers", () => {
  it("finds the promoted standby without a restart, with all that was confirmed", async () => {
    await using pair = await startServerPair("hub");
    await using folder = await temporaryFolder();
    await using hub = await startHubProcess(folder.path, { DATABASE_URL: pair.url("hub") });
    const { ask } = await askAt(hub.url, folder.path);
    // What happens before a subscription has begun is not its own, so it goes on from a position.
    const { end: after } = await pollUpdates({ ask }, null);
    await using listening = listen(hub.url, { variables: { after } });
    const first = await scheduleActivity({ ask }, "换机之前");
    await listening.until(1);
    await pair.untilFollowed();

    await pair.primary.stop();
    await pair.promote();
    const second = await patiently(
      () => scheduleActivity({ ask }, "换机之后").catch(() => undefined),
      (id) => id !== undefined,
    );
    await listening.until(2);
    const { ids } = await pollUpdates({ ask }, null);
    expect(ids).toEqual(expect.arrayContaining([...listening.ids()]));
    const { data } = await ask(
      "query ($a: ID!, $b: ID!) { a: activity(id: $a) { title } b: activity(id: $b) { title } }",
      { a: first, b: second },
    );
    expect(data).toEqual({ a: { title: "换机之前" }, b: { title: "换机之后" } });
    expect(await hub.stop()).toBe(0);
  });
});
