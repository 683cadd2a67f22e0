import {
  partnerKeysFile,
  readPartnerKeys,
} from "@alliance-hub/gateway/demonstration/demonstration";
import { describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { ask } from "../../support/ask.ts";
import { startHub } from "../../support/hub.ts";

const PARTNER = "445202-partner";

describe("two demonstration hubs on one database", () => {
  it("have one key for each partner: that of the first, which keeps working", async () => {
    await using first = await startHub();
    const key = (await readPartnerKeys(partnerKeysFile(first.dataDirectory)))[PARTNER] ?? "";
    const viewer = async (url: string) =>
      (await ask(url, { query: operation("Me"), token: key })).data["viewer"];
    expect(await viewer(first.url)).toMatchObject({ kind: "PARTNER" });
    await using second = await startHub({ DATABASE_URL: first.databaseUrl });
    expect(await viewer(second.url)).toMatchObject({ kind: "PARTNER" });
    expect(await viewer(first.url)).toMatchObject({ kind: "PARTNER" });
    expect(await readPartnerKeys(partnerKeysFile(second.dataDirectory))).toEqual({});
  });
});
