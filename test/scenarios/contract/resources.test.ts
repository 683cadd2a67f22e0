import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inHours, unitOf } from "../../support/people.ts";

const [PROVIDER, BOOKER, RIVAL, OUTSIDER] = [
  "445202-liaison-1",
  "445202-liaison-2",
  "445202-liaison-3",
  "610327-liaison-1",
] as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const share = (input: object, as: string) =>
  hub.ask(
    operation("ShareResource"),
    {
      input: {
        providerId: unitOf(PROVIDER),
        title: "三楼会议室",
        kind: "VENUE",
        audience: "ALLIANCE",
        publish: true,
        ...input,
      },
    },
    as,
  );
const book = (resourceId: string, as: string, input: object = {}) =>
  hub.ask(
    operation("BookResource"),
    {
      input: {
        resourceId,
        organizationId: unitOf(as),
        during: { start: inHours(24), end: inHours(26) },
        ...input,
      },
    },
    as,
  );

describe("the main job: find a free venue, book it, be refused what is taken", () => {
  it("goes from SharedResources over BookResource to ResourceAvailability", async () => {
    const shared = await share({ title: "榕树下报告厅", capacity: 1 }, PROVIDER);
    expect(shared.codes).toEqual([]);
    expect(shared.data["shareResource"]?.["resource"]).toMatchObject({
      kind: "VENUE",
      state: "PUBLISHED",
      audience: "ALLIANCE",
    });
    const id = String(shared.data["shareResource"]?.["resource"]?.["id"]);
    const window = { start: inHours(48), end: inHours(50) };
    const find = () =>
      hub.ask(
        operation("SharedResources"),
        { filter: { text: "報告廳", kinds: ["VENUE"], regionCode: "445202", freeDuring: window } },
        BOOKER,
      );
    const titles = async () => nodesOf((await find()).data, "resources").map((node) => node.id);
    expect(await titles()).toContain(id);

    const booked = await book(id, BOOKER, { during: window, purpose: "党课" });
    expect(booked.codes).toEqual([]);
    expect(booked.data["bookResource"]?.["booking"]).toMatchObject({
      state: "CONFIRMED",
      quantity: 1,
      during: window,
      resource: { id },
    });

    const rival = await book(id, RIVAL, { during: { start: inHours(49), end: inHours(51) } });
    expect(rival.codes).toEqual(["BOOKING_CONFLICT"]);
    expect(await titles()).not.toContain(id);

    const seen = await hub.ask(
      operation("ResourceAvailability"),
      { id, during: { start: inHours(46), end: inHours(52) } },
      RIVAL,
    );
    expect(seen.codes).toEqual([]);
    expect(seen.data["resource"]?.["bookings"]?.["nodes"]).toMatchObject([
      { state: "CONFIRMED", during: window, organization: { id: unitOf(BOOKER) } },
    ]);
    expect(seen.data["resource"]?.["free"]).toEqual([
      { start: inHours(46), end: window.start, quantity: 1 },
      { start: window.end, end: inHours(52), quantity: 1 },
    ]);
  });

  it("gives the slot back when the booking is cancelled, with a reason", async () => {
    const id = String((await share({}, PROVIDER)).data["shareResource"]?.["resource"]?.["id"]);
    const booking = String((await book(id, BOOKER)).data["bookResource"]?.["booking"]?.["id"]);
    const refused = await hub.ask(
      operation("CancelBooking"),
      { id: booking, reason: "与我无关" },
      RIVAL,
    );
    expect(refused.codes).toEqual(["FORBIDDEN"]);
    const cancelled = await hub.ask(
      operation("CancelBooking"),
      { id: booking, reason: "活动改期" },
      BOOKER,
    );
    expect(cancelled.data["cancelBooking"]?.["booking"]).toMatchObject({
      id: booking,
      state: "CANCELLED",
    });
    expect(
      (await hub.ask(operation("CancelBooking"), { id: booking, reason: "再次" }, BOOKER)).codes,
    ).toEqual(["ILLEGAL_TRANSITION"]);
    expect((await book(id, RIVAL)).codes).toEqual([]);
  });

  it("does the work once for one idempotency key, and answers the same", async () => {
    const id = String((await share({}, PROVIDER)).data["shareResource"]?.["resource"]?.["id"]);
    const [first, second] = await Promise.all([
      book(id, BOOKER, { idempotencyKey: "b-1" }),
      book(id, BOOKER, { idempotencyKey: "b-1" }),
    ]);
    expect(first.codes).toEqual([]);
    expect(second.data).toEqual(first.data);
    const booking = first.data["bookResource"]?.["booking"]?.["id"];
    await hub.ask(operation("CancelBooking"), { id: booking, reason: "改期" }, BOOKER);
    expect((await book(id, BOOKER, { idempotencyKey: "b-1" })).data).toEqual(first.data);
    expect((await book(id, BOOKER, { idempotencyKey: "b-1", quantity: 2 })).codes).toEqual([
      "BAD_USER_INPUT",
    ]);
  });
});

describe("who may not", () => {
  it("share for another unit, or without a sign-in", async () => {
    expect((await share({}, BOOKER)).codes).toEqual(["FORBIDDEN"]);
    const anonymous = await hub.ask(operation("ShareResource"), {
      input: {
        providerId: unitOf(PROVIDER),
        title: "x",
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
      },
    });
    expect(anonymous.codes).toEqual(["UNAUTHENTICATED"]);
  });

  it("book what one may not see: it is not there", async () => {
    const id = String((await share({}, PROVIDER)).data["shareResource"]?.["resource"]?.["id"]);
    expect((await book(id, OUTSIDER)).codes).toEqual(["NOT_FOUND"]);
  });

  it("book for another unit", async () => {
    const id = String((await share({}, PROVIDER)).data["shareResource"]?.["resource"]?.["id"]);
    expect((await book(id, BOOKER, { organizationId: unitOf(RIVAL) })).codes).toEqual([
      "FORBIDDEN",
    ]);
  });
});

describe("needs", () => {
  it("are posted by a liaison and found by the alliance", async () => {
    const input = {
      organizationId: unitOf(BOOKER),
      title: "需要义诊服务一次",
      kind: "SERVICE",
      audience: "ALLIANCE",
      publish: true,
    };
    const posted = await hub.ask(operation("PostNeed"), { input }, BOOKER);
    expect(posted.codes).toEqual([]);
    const id = posted.data["postNeed"]?.["need"]?.["id"];
    const find = (as?: string) =>
      hub.ask(operation("OpenNeeds"), { filter: { text: "義診", regionCode: "445202" } }, as);
    const ids = async (as?: string) =>
      nodesOf((await find(as)).data, "needs").map((node) => node.id);
    expect(await ids(RIVAL)).toContain(id);
    expect(await ids()).not.toContain(id);
    expect(await ids(OUTSIDER)).not.toContain(id);
    expect((await hub.ask(operation("PostNeed"), { input }, RIVAL)).codes).toEqual(["FORBIDDEN"]);
  });

  it("refuse a text that holds a mobile number, and say so without repeating it", async () => {
    const input = {
      organizationId: unitOf(BOOKER),
      title: "请联系 138 0013 8000",
      kind: "WISH",
      audience: "PUBLIC",
      publish: true,
    };
    const posted = await hub.ask(operation("PostNeed"), { input }, BOOKER);
    expect(posted.codes).toEqual(["BAD_USER_INPUT"]);
    expect(posted.errors[0]?.message).toMatch(/mobile/i);
    expect(posted.errors[0]?.message).not.toMatch(/8000/);
  });
});
