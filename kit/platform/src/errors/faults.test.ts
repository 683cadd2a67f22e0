import { describe, expect, it } from "@jest/globals";
import { InputChecks, faultsIn, gathered } from "./faults.ts";
import { HubError, badInput, conflict, forbidden, notFound } from "./hub-error.ts";

const WORDS = { zh: "不对。", en: "It is wrong." };
const bad = (field: string) => (): never => {
  throw badInput(field, WORDS);
};

function endOf(checks: InputChecks): HubError | undefined {
  try {
    checks.end();
    return undefined;
  } catch (error) {
    return error as HubError;
  }
}

describe("the checks of an input", () => {
  it("give their values once all have passed", async () => {
    const checks = new InputChecks();
    const two = await checks.of(async () => 2);
    const four = await checks.of(() => two() * 2);
    checks.end();
    expect(four()).toBe(4);
  });

  it("tell of everything at once: what is unknown, and what breaks a rule", async () => {
    const checks = new InputChecks();
    await checks.of(async () => {
      throw notFound("Committee", "x", "committeeId");
    });
    await checks.of(() => gathered({ title: bad("title"), clause: bad("clauses.0.text") }));
    const error = endOf(checks);
    expect(error?.code).toBe("BAD_USER_INPUT");
    expect(error?.extensions["field"]).toBe("committeeId");
    expect(faultsIn(error as HubError).map(({ path, code }) => [path, code])).toEqual([
      [["committeeId"], "NOT_FOUND"],
      [["title"], "BAD_USER_INPUT"],
      [["clauses", 0, "text"], "BAD_USER_INPUT"],
    ]);
  });

  it("keep the code of one fault, and of several that have the same", async () => {
    const one = new InputChecks();
    await one.of(() => Promise.reject(notFound("Committee", "x", "committeeId")));
    expect(endOf(one)?.extensions).toMatchObject({ code: "NOT_FOUND", noun: "Committee" });
    const two = new InputChecks();
    await two.of(() => Promise.reject(notFound("Committee", "x", "committeeId")));
    await two.of(() => Promise.reject(notFound("Organization", "x", "organizationId")));
    expect(endOf(two)?.code).toBe("NOT_FOUND");
  });

  it("leave out what depends on a fault", async () => {
    const checks = new InputChecks();
    const failed = await checks.of(bad("title"));
    const dependent = await checks.of(() => String(failed()));
    await checks.of(() => dependent());
    const error = endOf(checks);
    expect(faultsIn(error as HubError)).toHaveLength(1);
  });

  it("of a transaction that is done again tell what is wrong the last time, and once", async () => {
    const before = new InputChecks();
    const title = await before.of(bad("title"));
    const first = before.fork();
    await first.of(bad("during"));
    const second = before.fork();
    await second.of(() => String(title()));
    await second.of(bad("quantity"));
    const paths = faultsIn(endOf(second) as HubError).map(({ path }) => path.join("."));
    expect(paths).toEqual(["title", "quantity"]);
  });

  it.each([
    ["what the viewer may not do", forbidden({ kind: "PERSON" }, WORDS)],
    ["a clash that is at no place of the input", conflict(WORDS)],
    ["an error that nobody foresaw", new Error("unforeseen")],
  ])("throw %s at once, and alone", async (_name, error) => {
    const checks = new InputChecks();
    await checks.of(bad("title"));
    await expect(checks.of(() => Promise.reject(error))).rejects.toBe(error);
  });
});
