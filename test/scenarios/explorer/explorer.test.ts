import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

interface Example {
  readonly name: string;
  readonly kind: string;
  readonly query: string;
  readonly variables: object;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const examples = async (): Promise<Example[]> =>
  (await (await fetch(`${hub.url}/explorer/examples.json`)).json()) as Example[];

it("examples name records that are there: every query finds what it asks for", async () => {
  const token = await hub.tokenOf("445202-liaison-1");
  for (const { name, kind, query, variables } of await examples()) {
    expect([name, JSON.stringify(variables)]).not.toEqual([name, expect.stringMatching(/"0{8}-/)]);
    if (kind !== "query") continue;
    const { codes, data } = await ask(hub.url, { query, variables, token });
    expect([name, codes, Object.values(data ?? {}).includes(null as never)]).toEqual([
      name,
      [],
      false,
    ]);
  }
});
