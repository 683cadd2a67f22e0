import { until } from "@alliance-hub/testing/until";
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

it("what is not there yet is said in words, and found as soon as it is there", async () => {
  const variablesOf = async (name: string): Promise<string> =>
    JSON.stringify((await examples()).find((example) => example.name === name)?.variables);
  expect(await variablesOf("CancelBooking")).toContain("填入预约的编号");
  const booking = (await examples()).find(({ name }) => name === "BookResource");
  const token = await hub.tokenOf("445202-liaison-1");
  const { data, codes } = await ask(hub.url, {
    query: booking?.query ?? "",
    variables: booking?.variables ?? {},
    token,
  });
  expect(codes).toEqual([]);
  const id = String(data["bookResource"]?.["booking"]?.["id"]);
  await until(
    () => variablesOf("CancelBooking"),
    (variables) => variables.includes(id),
  );
});
