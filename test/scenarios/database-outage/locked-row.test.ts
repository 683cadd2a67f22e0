import { expect, it } from "@jest/globals";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { READ, linesOf, openOutageStage } from "../../support/outage/setting.ts";

const WRITERS = 30;
const READS = 50;
/** Transactions that a pool of ten has open at once. */
const AT_ONCE = 6;

it("one locked row takes its writers, one after the other, and no reader", async () => {
  await using stage = await openOutageStage();
  const { admin } = stage;
  const resourceId = await stage.shareResource();
  await admin.query("begin");
  await admin.query("select from resources.resource where id = $1 for update", [resourceId]);
  let waiting = WRITERS;
  const written = Array.from({ length: WRITERS }, () =>
    stage.book(resourceId).finally(() => (waiting -= 1)),
  );
  await lockWaits(admin, AT_ONCE);
  const reads = await Promise.all(Array.from({ length: READS }, () => stage.ask(READ)));
  expect(reads.flatMap(({ codes }) => codes)).toEqual([]);
  expect(reads.every(({ status }) => status === 200)).toBe(true);
  // They did not wait for the writers.
  expect(waiting).toBeGreaterThan(0);

  const outcomes = await Promise.all(written);
  expect(outcomes.flatMap(({ errors }) => errors)).toHaveLength(WRITERS);
  for (const { errors } of outcomes) {
    const [{ message, extensions: { code } } = { message: "", extensions: { code: "" } }] = errors;
    expect(["CONFLICT", "OVERLOADED"]).toContain(code);
    expect(message).toMatch(/again/);
  }
  expect(outcomes.filter(({ codes }) => codes.includes("CONFLICT")).length).toBeGreaterThanOrEqual(
    AT_ONCE,
  );
  await admin.query("rollback");
  expect((await stage.book(resourceId)).codes).toEqual([]);
  expect(linesOf(stage.hub, /unforeseen|failed/)).toEqual([]);
});
