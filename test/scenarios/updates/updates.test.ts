import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pollUpdates, scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { readEventStream } from "../../support/event-stream.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { type Listening, listen } from "../../support/listening.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

const SECRETARY = "445202-secretary";
const LIAISON = "445202-liaison-1";
const SUBSCRIBE = operation("ActivityUpdates");

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const subscribe = (question: Parameters<typeof listen>[1] = {}): Listening =>
  listen(hub.url, question);

const schedule = (title: string, over?: object): Promise<string> =>
  scheduleActivity(hub, title, over);

const polled = async (after: string): Promise<unknown[]> => (await pollUpdates(hub, after)).ids;
const endPosition = async (): Promise<string> => (await pollUpdates(hub, null)).end;

describe("a subscription", () => {
  it("tells what happens with fields of all subgraphs, as a query gives them", async () => {
    await using listening = subscribe({ variables: { after: await endPosition() } });
    const id = await schedule("联合义务植树");
    await listening.until(1);
    const update = listening.events[0]?.data?.["data"]?.["activityUpdates"];
    expect(update).toMatchObject({ type: "SCHEDULED", activity: { id } });
    const { data } = await hub.ask(
      "query ($id: ID!) { activity(id: $id) { id title state startsAt endsAt host { id name } committee { id name } venue { id title } } }",
      { id },
    );
    expect(update?.["activity"]).toEqual(data["activity"]);
    expect(listening.events[0]?.id).toBe(update?.["position"]);
  });

  it("goes on where it was broken off, with what was missed first", async () => {
    const after = await endPosition();
    const first = subscribe({ variables: { after } });
    await schedule("第一项");
    await first.until(1);
    await first[Symbol.asyncDispose]();
    for (const title of ["第二项", "第三项"]) await schedule(title);
    const lastEventId = first.events.at(-1)?.id;
    await using second = subscribe({ variables: { after }, lastEventId });
    await schedule("第四项");
    await second.until(3);
    expect([...first.ids(), ...second.ids()]).toEqual(await polled(after));
  });

  it("loses and doubles nothing while many write and readers come and go", async () => {
    const after = await endPosition();
    const isOver = new AbortController();
    /** A reader whose connection breaks again and again. */
    const reader = async (): Promise<unknown[]> => {
      const ids: unknown[] = [];
      let lastEventId: string | undefined;
      const expected = (await whenWritten).length;
      while (ids.length < expected && !isOver.signal.aborted) {
        const cut = new AbortController();
        const breaksAfter = 1 + Math.floor(Math.random() * 12);
        let count = 0;
        try {
          const stream = readEventStream(hub.url, {
            query: SUBSCRIBE,
            variables: { after },
            lastEventId,
            signal: cut.signal,
          });
          for await (const { id, data } of stream) {
            ids.push(data?.["data"]?.["activityUpdates"]?.["id"]);
            lastEventId = id;
            if (++count >= breaksAfter || ids.length >= expected) break;
          }
        } finally {
          cut.abort();
        }
      }
      return ids;
    };
    const whenWritten = Promise.all(
      Array.from({ length: 60 }, (_, number) => schedule(`第 ${number} 场`)),
    );
    const live = [subscribe({ variables: { after } }), subscribe({ variables: { after } })];
    const readers = Array.from({ length: 4 }, reader);
    await whenWritten;
    const log = await polled(after);
    expect(log).toHaveLength(60);
    for (const found of await Promise.all(readers)) expect(found).toEqual(log);
    for (const listening of live) {
      await listening.until(60);
      expect(listening.ids()).toEqual(log);
      await listening[Symbol.asyncDispose]();
    }
    isOver.abort();
  });

  it("ends for a unit what it may no longer see, on the connection that is open", async () => {
    const committeeId = committeeOf(SECRETARY);
    const organizationId = unitOf(LIAISON);
    const joined = await hub.ask(
      operation("JoinCommittee"),
      { input: { committeeId, organizationId } },
      SECRETARY,
    );
    expect(joined.errors).toEqual([]);
    const after = await endPosition();
    await using listening = subscribe({
      variables: { after },
      token: await hub.tokenOf(LIAISON),
    });
    await schedule("只供本委员会", { audience: "COMMITTEE" });
    await listening.until(1);
    const id = joined.data["joinCommittee"]?.["membership"]?.["id"];
    const left = await hub.ask(
      "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id } } }",
      { input: { id, reason: "迁出" } },
      SECRETARY,
    );
    expect(left.errors).toEqual([]);
    await schedule("再来一次", { audience: "COMMITTEE" });
    await schedule("人人可见");
    await listening.until(2);
    expect(
      listening.events.map(
        ({ data }) => data?.["data"]?.["activityUpdates"]?.["activity"]?.["title"],
      ),
    ).toEqual(["只供本委员会", "人人可见"]);
  });

  it("is refused in words where it cannot begin", async () => {
    const first = async (query: string, variables?: object): Promise<unknown> => {
      for await (const { data } of readEventStream(hub.url, {
        query,
        ...(variables ? { variables } : {}),
      }))
        return data?.["errors"]?.[0]?.["extensions"]?.["code"];
      return undefined;
    };
    expect(await first("subscription { nothing }")).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await first(SUBSCRIBE, { after: "nowhere" })).toBe("BAD_USER_INPUT");
    expect(await first("subscription {")).toBe("GRAPHQL_PARSE_FAILED");
    expect(await first(operation("CancelActivity"), { id: "1", reason: "x" })).toBe(
      "BAD_USER_INPUT",
    );
    expect(
      await first(`subscription { a: activityUpdates { id } b: activityUpdates { id } }`),
    ).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("ends when its token does, and says so", async () => {
    await using listening = subscribe({ token: await hub.tokenOf(LIAISON, 2) });
    await listening.until(2);
    expect(listening.events[0]?.data?.["errors"]?.[0]?.["extensions"]?.["code"]).toBe(
      "UNAUTHENTICATED",
    );
    expect(listening.events.at(-1)?.event).toBe("complete");
  });
});
