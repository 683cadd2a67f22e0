import { describe, expect, it } from "@jest/globals";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { patiently } from "../../support/patience.ts";
import { startSplit } from "../../support/split-process.ts";
import { isFree } from "../../support/ports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("a hub that is told to stop", () => {
  it("stops in order when the same signal reaches it twice, by the terminal and by npm", async () => {
    await using database = await createTestDatabase(DEMONSTRATION);
    await using folder = await temporaryFolder();
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const hub = await startHubProcess(folder.path, { DATABASE_URL: database.url });
      void hub.stop(signal);
      expect(await hub.stop(signal)).toBe(0);
    }
  });

  it("leaves none of its processes behind when the one that started them is killed", async () => {
    await using split = await startSplit();
    await split.process.stop("SIGKILL");
    for (const port of [0, 1, 2, 3].map((i) => split.subgraphPort + i))
      await patiently(
        () => isFree(port),
        (free) => free,
      );
  });

  it("takes no secret that is too short", async () => {
    const short = startSplit({ HUB_GATEWAY_SECRET: "too short" });
    await expect(short).rejects.toThrow(/HUB_GATEWAY_SECRET must have 32 characters/);
  });
});
