import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import type { HostAddress } from "./address.ts";
import { type Post, send } from "./send.ts";

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver[Symbol.asyncDispose]();
});

const LOOPBACK: HostAddress = { address: "127.0.0.1", family: 4 };
const post = (over: Partial<Post> = {}): Promise<Awaited<ReturnType<typeof send>>> =>
  send({
    address: `${receiver.url}/hooks?a=b`,
    headers: { "content-type": "application/json" },
    body: "{}",
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    rule: { privateAddresses: true, resolve: async () => [LOOPBACK] },
    ...over,
  });
/** The receiver under a name that no resolver but ours knows. */
const named = (): string => receiver.url.replace("127.0.0.1", "partner.example");

describe("a request to a receiver", () => {
  it("goes to the addresses that were checked, and no name is resolved a second time", async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [LOOPBACK];
    };
    const sent = await post({ address: named(), rule: { privateAddresses: true, resolve } });
    expect(sent).toMatchObject({ status: 204, error: null });
    expect(asked).toEqual(["partner.example"]);
    expect(receiver.received[0]?.headers.host).toMatch(/^partner\.example:/);
  });

  it("is not made where a name leads inside by now, by TLS or without", async () => {
    const answers = [[{ address: "93.184.216.34", family: 4 }], [LOOPBACK]];
    const resolve = async () => answers.shift() ?? [LOOPBACK];
    // As at registration: a public host.
    await resolve();
    const rule = { privateAddresses: false, resolve };
    const message =
      "The host name of the address is unknown, or leads to hosts outside the public network.";
    for (const address of [named().replace("http:", "https:"), named(), receiver.url]) {
      expect(await post({ address, rule })).toMatchObject({ status: null, error: message });
    }
    const unknown = { privateAddresses: false, resolve: () => Promise.reject(new Error("no")) };
    expect((await post({ address: "https://x.example/", rule: unknown })).error).toBe(message);
    expect(receiver.received).toHaveLength(0);
    expect(receiver.connections).toBe(0);
  });

  it("uses no proxy of the environment", async () => {
    const before = process.env["http_proxy"];
    process.env["http_proxy"] = "http://127.0.0.1:9";
    try {
      expect((await post()).status).toBe(204);
    } finally {
      if (before === undefined) delete process.env["http_proxy"];
      else process.env["http_proxy"] = before;
    }
  });

  it("says what the receiver asks for, and nothing of what it answers", async () => {
    receiver.answer = (_one, response) =>
      void response.writeHead(429, { "retry-after": "7" }).end("top secret");
    const sent = await post();
    expect(sent).toMatchObject({ status: 429, retryAfterMs: 7000 });
    expect(JSON.stringify(sent)).not.toContain("secret");
    receiver.answer = (_one, response) =>
      void response.writeHead(500, { "retry-after": "7" }).end();
    expect(await post()).not.toHaveProperty("retryAfterMs");
  });

  it("reads little of an answer that does not end", async () => {
    receiver.answer = (_one, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(16_384)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    const sent = await post();
    expect(sent).toMatchObject({ status: 200, error: null });
    // It did not continue until its time was over.
    expect(sent.durationMs).toBeLessThan(10_000);
  });

  it("follows no redirect", async () => {
    receiver.answer = (_one, response) =>
      void response.writeHead(302, { location: `${receiver.url}/inner` }).end();
    expect((await post()).error).toMatch(/redirect/);
    expect(receiver.received).toHaveLength(1);
  });

  it("ends with its time, whoever is slow: the resolver or the receiver", async () => {
    receiver.answer = () => undefined;
    const late = "No answer came within 0.03 s.";
    expect((await post({ timeoutMs: 30 })).error).toBe(late);
    const resolve = () => new Promise<never>(() => undefined);
    const rule = { privateAddresses: true, resolve };
    expect((await post({ timeoutMs: 30, address: named(), rule })).error).toBe(late);
  });

  it("says the same of all hosts that cannot be reached", async () => {
    const { url } = receiver;
    await receiver[Symbol.asyncDispose]();
    expect(await post({ address: url })).toMatchObject({
      status: null,
      error: "No connection could be made.",
    });
    receiver = await startReceiver();
  });

  it("wants TLS where the address says so", async () => {
    const { error } = await post({ address: receiver.url.replace("http:", "https:") });
    expect(error).toBe("The TLS certificate or connection was not accepted.");
  });
});
