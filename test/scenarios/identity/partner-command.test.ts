import { expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { unitOf } from "../../support/people.ts";
import { startProduct } from "../../support/product-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("keys of partner systems are made and revoked while the hub runs on its own cluster", async () => {
  await using folder = await temporaryFolder();
  await using hub = await startHubProcess(folder.path);
  const run = async (...args: string[]): Promise<string> => {
    const environment = { HUB_DATA_DIR: folder.path };
    await using command = startProduct("commands/partner.js", {
      args: ["--name", "portal-017", ...args],
      environment,
    });
    expect({ code: await command.ended, output: command.output() }).toMatchObject({ code: 0 });
    return command.output().trim();
  };
  const unit = unitOf("445202-liaison-1");
  const token = await run("--organization", unit, "--scopes", "activities:read");
  const query = "{ viewer { kind subject } }";
  expect((await ask(hub.url, { query, token })).data["viewer"]).toEqual({
    kind: "PARTNER",
    subject: "partner:portal-017",
  });
  expect(await run("--revoke")).toBe("The key of portal-017 no longer works.");
  expect((await ask(hub.url, { query, token })).codes).toEqual(["UNAUTHENTICATED"]);
});
