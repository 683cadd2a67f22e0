import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { OTHER, createOperationLabels } from "./operation-labels.ts";

describe("the label of an operation", () => {
  it("is its name where that is known", () => {
    const label = createOperationLabels({ known: ["Me"] });
    expect([label("Me", true), label("You", true), label(undefined, true)]).toEqual([
      "Me",
      OTHER,
      OTHER,
    ]);
  });

  it("is learned from what is served often, not from what fails", () => {
    const label = createOperationLabels({ learnedAfter: 3 });
    const labels = (isServed: boolean): string[] => [1, 2, 3, 4].map(() => label("Mine", isServed));
    expect(labels(false)).toEqual([OTHER, OTHER, OTHER, OTHER]);
    expect(labels(true)).toEqual([OTHER, OTHER, "Mine", "Mine"]);
    expect(label("Mine", false)).toBe("Mine");
  });

  it("is one of a bounded number, whatever names are sent, however often", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean())), (sent) => {
        const label = createOperationLabels({ known: ["Me"], mostLearned: 3, learnedAfter: 1 });
        const labels = new Set(sent.map(([name, isServed]) => label(name, isServed)));
        labels.delete("Me");
        labels.delete(OTHER);
        expect(labels.size).toBeLessThanOrEqual(3);
      }),
    );
  });
});
