import { until } from "@alliance-hub/testing/until";
import { describe, expect, it } from "@jest/globals";
import { openAs, openDialogue } from "../../support/socket.ts";
import { startApp } from "./full-hub.ts";

describe("a WebSocket to a hub that is full", () => {
  it("looks up nobody for a WebSocket before there is room for that", async () => {
    await using closing = new AsyncDisposableStack();
    const { fill, looked, finish, untilFigure, url } = await startApp(closing, {
      HUB_MAX_QUEUED: "12",
    });
    const answers = await fill();
    using dialogue = await openDialogue(url);
    dialogue.say({ type: "connection_init" });
    await untilFigure("hub_requests_queued", 3);
    expect(looked).toHaveLength(4);
    await finish(answers);
    await dialogue.until(({ type }) => type === "connection_ack");
  });

  it("does nothing that a WebSocket asks for after its mistake", async () => {
    await using closing = new AsyncDisposableStack();
    const { sent, looked, url } = await startApp(closing);
    using dialogue = await openAs(url, undefined);
    dialogue.say({ type: "unknown" });
    dialogue.say({ type: "subscribe", id: "1", payload: { query: "mutation { change }" } });
    expect(await dialogue.closed).toBe(4400);
    expect(sent).toEqual([]);
    expect(looked).toHaveLength(1);
  });

  it("has room for an operation of a WebSocket as soon as another has ended, and says so where there is none", async () => {
    await using closing = new AsyncDisposableStack();
    const { held, letAllGo, url } = await startApp(closing, {
      HUB_MAX_CONCURRENT: "100",
      HUB_MAX_STREAMS_PER_CONNECTION: "10",
    });
    using dialogue = await openAs(url, undefined);
    const subscribe = (id: string, query: string): void =>
      dialogue.say({ type: "subscribe", id, payload: { query } });
    for (let number = 0; number < 8; number++) subscribe(`slow-${number}`, "{ slow }");
    await until(
      () => held.length,
      (count) => count === 8,
    );
    for (let number = 0; number < 100; number++) {
      subscribe(`ended-${number}`, "{ quick }");
      dialogue.say({ type: "complete", id: `ended-${number}` });
    }
    for (const id of ["waits-0", "waits-1", "too-many"]) subscribe(id, "{ quick }");
    const { payload } = await dialogue.until(({ type }) => type === "error");
    expect(payload).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    letAllGo();
    for (const id of ["slow-7", "waits-0", "waits-1"])
      await dialogue.until((message) => message.type === "complete" && message.id === id);
    const told = dialogue.messages.flatMap(({ id = [], type }) => (type === "next" ? id : []));
    expect(told).toHaveLength(10);
    expect(told.filter((id) => id.startsWith("ended"))).toEqual([]);
  });
});
