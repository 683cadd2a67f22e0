import { describe, expect, it } from "@jest/globals";
import { attack } from "./attack.ts";
import { aliases, deep, exponential, nonLocal, repeated, spreadTwice, wide } from "./bombs.ts";
import { openHostileStage } from "./stage.ts";

const BOMBS: Readonly<Record<string, string>> = {
  "3 levels of doubling fields": exponential(3),
  "8 levels of doubling fields": exponential(8),
  "100 levels of doubling fields": exponential(100),
  "10 levels of doubling spreads": spreadTwice(10),
  "60 levels of doubling spreads": spreadTwice(60),
  "200 fragments side by side": wide(200),
  "conditions on every type, one level": nonLocal(1),
  "conditions on every type, two levels": nonLocal(2),
  "conditions on four types, four levels": nonLocal(4, 4),
  "conditions on every type, ten levels": nonLocal(10),
  "100 levels of nesting": deep(100),
  "1,000 aliases": aliases(1000),
  "10,000 aliases": aliases(10_000),
  "a field 5,000 times": repeated(5000),
};

describe("a document is planned or rejected within the budget, and others are answered:", () => {
  it.each(Object.entries(BOMBS))("%s", async (_shown, bomb) => {
    await using engine = await openHostileStage();
    const { outcome, message, answeredMeanwhile } = await attack(engine, bomb);
    expect({ outcome, message }).toEqual({
      outcome: expect.stringMatching(/^(planned|rejected)$/),
      message: expect.any(String),
    });
    expect(answeredMeanwhile).toBeGreaterThan(0);
  });

  it("5,000 levels of nesting end with an error, and the engine goes on", async () => {
    await using engine = await openHostileStage();
    const { outcome } = await attack(engine, deep(5000));
    expect(outcome).toMatch(/^(rejected|failed)$/);
    expect(await attack(engine, "{ word2 }")).toMatchObject({ outcome: "planned" });
  });
});

describe("several such documents at once", () => {
  it("do not keep another one from being planned", async () => {
    await using engine = await openHostileStage();
    const bombs = [1, 2, 3].map((nth) => attack(engine, `# ${nth}\n${exponential(4)}`));
    expect(await attack(engine, "{ word3 }")).toMatchObject({ outcome: "planned" });
    await Promise.all(bombs);
  });
});
