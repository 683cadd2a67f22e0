import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inHours, unitOf } from "../../support/people.ts";

const CALLERS = 50;
const [PROVIDER, BOOKER] = ["445202-liaison-1", "445202-liaison-2"] as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

describe.each([1, 7])("fifty callers at once for a resource of capacity %i", (capacity) => {
  it("lets exactly that many win and answers the others BOOKING_CONFLICT", async () => {
    const shared = await hub.ask(
      operation("ShareResource"),
      {
        input: {
          providerId: unitOf(PROVIDER),
          title: `可订 ${capacity} 个`,
          kind: "EQUIPMENT",
          audience: "ALLIANCE",
          capacity,
          publish: true,
        },
      },
      PROVIDER,
    );
    const resourceId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
    const input = {
      resourceId,
      organizationId: unitOf(BOOKER),
      during: { start: inHours(30), end: inHours(31) },
    };
    const answers = await Promise.all(
      Array.from({ length: CALLERS }, () => hub.ask(operation("BookResource"), { input }, BOOKER)),
    );

    const won = answers.filter((answer) => answer.codes.length === 0);
    const lost = answers.filter(
      (answer) => answer.codes.length === 1 && answer.codes[0] === "BOOKING_CONFLICT",
    );
    expect([won.length, lost.length]).toEqual([capacity, CALLERS - capacity]);
    const seen = await hub.ask(
      operation("ResourceAvailability"),
      { id: resourceId, during: input.during },
      BOOKER,
    );
    expect(seen.data["resource"]?.["bookings"]?.["nodes"]).toHaveLength(capacity);
    expect(seen.data["resource"]?.["free"]).toEqual([]);
  });
});
