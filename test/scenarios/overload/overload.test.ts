import { once } from "node:events";
import { connect } from "node:net";
import type { Identify } from "@alliance-hub/gateway/identity/identity";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { until } from "@alliance-hub/testing/until";
import { describe, expect, it } from "@jest/globals";
import { read, startApp } from "./full-hub.ts";

const PERSON = { authorization: "Bearer good-017" };

describe("a hub that is asked for more than it can do", () => {
  it("does what it can, lets few wait, and turns the rest away at once", async () => {
    await using closing = new AsyncDisposableStack();
    const { ask, fill, finish, looked, untilFigure, url } = await startApp(closing);
    const answers = await fill();
    const { status, headers, body } = await read(await ask("{ slow }"));
    expect(status).toBe(503);
    expect(headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
    expect(body.errors[0]?.extensions).toEqual({
      code: "OVERLOADED",
      retryAfterSeconds: Number(headers.get("retry-after")),
    });
    await untilFigure("hub_requests_in_progress", 4);
    await untilFigure("hub_requests_turned_away_total", 1);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    // Nobody who waits or is turned away has been looked up.
    expect(looked).toHaveLength(4);
    expect(await finish(answers)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it("turns a query away as soon as its body is there, and says so in the figures", async () => {
    await using closing = new AsyncDisposableStack();
    const { fill, finish, untilFigure, url } = await startApp(closing);
    const answers = await fill();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    closing.defer(() => void socket.destroy());
    socket.write(
      "POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n",
    );
    socket.write('{"query":"{ slow }"}');
    const [answer] = await once(socket.setEncoding("latin1"), "data");
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toMatch(/\r\nretry-after: [1-3]\r\n/);
    expect(answer).toMatch(/\r\nx-request-id: [0-9a-f-]{36}\r\n/);
    expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/);
    await untilFigure('hub_request_seconds_count{status="503"}', 1);
    expect(await finish(answers)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it("counts the wait towards the deadline", async () => {
    await using closing = new AsyncDisposableStack();
    const settings = { HUB_MAX_CONCURRENT: "1", HUB_DEADLINE_MS: "1000" };
    const { ask, sent, finish, untilFigure } = await startApp(closing, settings);
    const began = performance.now();
    const first = ask("{ slow }");
    await untilFigure("hub_requests_in_progress", 1);
    // It waits half of the deadline at most, so that half of it is left to answer.
    expect((await ask("{ slow }")).status).toBe(503);
    expect(performance.now() - began).toBeGreaterThanOrEqual(500);
    const { body } = await read(await first);
    expect(body.errors[0]?.extensions.code).toBe("SUBGRAPH_UNAVAILABLE");
    expect(sent).toHaveLength(1);
    await finish([]);
  });

  it("forgets what waits for a client that has gone", async () => {
    await using closing = new AsyncDisposableStack();
    const { fill, finish, untilFigure, sent, url } = await startApp(closing, {
      HUB_MAX_QUEUED: "12",
    });
    const answers = await fill();
    const gone = new AbortController();
    const other = fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ slow }" }),
      signal: gone.signal,
    }).catch(() => 0);
    await untilFigure("hub_requests_queued", 3);
    gone.abort();
    await other;
    await untilFigure("hub_requests_queued", 2);
    await untilFigure("hub_requests_turned_away_total", 0);
    expect(await finish(answers)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(sent).toHaveLength(6);
  });

  it("holds a slot while it is looked up who asks, though nobody waits for that any more", async () => {
    await using closing = new AsyncDisposableStack();
    const looking = Promise.withResolvers<typeof ANONYMOUS>();
    closing.defer(() => looking.resolve(ANONYMOUS));
    const identify: Identify = async () => await looking.promise;
    const { ask, untilFigure } = await startApp(closing, { HUB_DEADLINE_MS: "100" }, { identify });
    expect((await ask("{ quick }")).status).toBe(503);
    await untilFigure("hub_requests_in_progress", 1);
    looking.resolve(ANONYMOUS);
    await untilFigure("hub_requests_in_progress", 0);
  });

  it("goes on answering one client while another asks for too much", async () => {
    await using closing = new AsyncDisposableStack();
    const { statusOf, held, finish, untilFigure } = await startApp(closing);
    // The first time the token is not known yet, and counts towards the address.
    await statusOf("{ quick }", PERSON);
    expect(await statusOf("{ quick }", PERSON)).toBe(200);
    const flood = Array.from({ length: 40 }, () => statusOf("{ slow }"));
    await untilFigure("hub_requests_turned_away_total", 34);
    const page = statusOf("{ quick }", PERSON);
    await untilFigure("hub_requests_queued", 3);
    // The next slot that comes free is for the one that waits and was given less.
    held.shift()?.();
    expect(await page).toBe(200);
    expect(await statusOf("mutation { change }", { authorization: "Bearer bad" })).toBe(401);
    expect(new Set(await finish(flood))).toEqual(new Set([200, 503]));
  });

  it("gives no share to a token that somebody made up", async () => {
    await using closing = new AsyncDisposableStack();
    const { fill, statusOf, looked, finish } = await startApp(closing);
    const answers = await fill();
    const before = looked.length;
    // All of them are the one client whose queue is full.
    const statuses = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        statusOf("{ slow }", { authorization: `Bearer made-up-${at}` }),
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([503]));
    expect(looked).toHaveLength(before);
    expect(await finish(answers)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  it("gives each viewer a share, whatever address they have in common", async () => {
    await using closing = new AsyncDisposableStack();
    const { statusOf, held, finish, untilFigure } = await startApp(closing);
    await statusOf("{ quick }", PERSON);
    const other = { authorization: "Bearer good-018" };
    await statusOf("{ quick }", other);
    const flood = Array.from({ length: 40 }, () => statusOf("{ slow }", PERSON));
    await untilFigure("hub_requests_turned_away_total", 34);
    const pages = [statusOf("{ quick }", other), statusOf("{ quick }")];
    await untilFigure("hub_requests_queued", 4);
    held.shift()?.();
    expect(await Promise.all(pages)).toEqual([200, 200]);
    expect(new Set(await finish(flood))).toEqual(new Set([200, 503]));
  });

  it.each([
    ["tells clients apart by what a trusted proxy says", "127.0.0.1", 200],
    ["takes nobody else's word for who a client is", "", 503],
  ])("%s", async (_what, proxies, status) => {
    await using closing = new AsyncDisposableStack();
    const from = (address: string): Record<string, string> => ({ "x-forwarded-for": address });
    const settings = { HUB_TRUSTED_PROXIES: proxies };
    const { fill, statusOf, finish, held, untilFigure } = await startApp(closing, settings);
    const answers = await fill(from("203.0.113.2"));
    const other = statusOf("{ quick }", from("203.0.113.1"));
    if (status === 200) {
      await untilFigure("hub_requests_queued", 3);
      held.shift()?.();
    }
    expect(await other).toBe(status);
    await finish(answers);
  });

  it("lets mutations through while it is full of queries", async () => {
    await using closing = new AsyncDisposableStack();
    const { fill, statusOf, sent, finish } = await startApp(closing);
    const answers = await fill();
    const change = statusOf("mutation { change }");
    await until(
      () => sent.some((query) => query.includes("change")),
      (isSent) => isSent,
    );
    expect(await finish([...answers, change])).toEqual([200, 200, 200, 200, 200, 200, 200]);
  });
});
