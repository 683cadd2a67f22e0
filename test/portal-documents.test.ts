import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "@jest/globals";

const portal = fileURLToPath(new URL("../../web/portal/", import.meta.url));

it("the portal's types are those of its documents and of the clients' schema", async () => {
  const run = promisify(execFile)(process.execPath, ["documents.ts", "--check"], { cwd: portal });
  await expect(run).resolves.toBeDefined();
});
