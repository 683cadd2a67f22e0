import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { because, text } from "../facts.ts";
import { NOTICE_KINDS } from "../kinds/all.ts";
import { CHANGED_RECORDS, noticesOfChanged } from "./changed-records.ts";

const ROOT = new URL("../../../../../", import.meta.url);

describe("what SQL functions say that they have changed", () => {
  it("is what this table has", () => {
    const named = ["organizations", "members", "resources", "activities"].flatMap((subgraph) => {
      const folder = new URL(`subgraphs/${subgraph}/src/migrations/`, ROOT);
      const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
      return texts.flatMap((sql) =>
        Array.from(sql.matchAll(/'([A-Z][A-Za-z]+\.[A-Z_]+)'/g), ([, told = ""]) => told),
      );
    });
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(CHANGED_RECORDS));
  });

  it.each(Object.keys(CHANGED_RECORDS))("%s is a type of notices", (told) => {
    const [noun = "", type = ""] = told.split(".");
    expect(NOTICE_KINDS[noun]).toHaveProperty(type);
  });

  it("is refused where the table does not have it", () => {
    const reason = because("UNIT_ENDED", { reason: text("-") });
    expect(() => noticesOfChanged([{ told: "Booking.LOST", about: {} }], reason)).toThrow(
      "Booking.LOST",
    );
  });
});
