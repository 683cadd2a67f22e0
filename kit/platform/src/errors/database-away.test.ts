import { describe, expect, it } from "@jest/globals";
import { DriverException } from "@mikro-orm/core";
import { DatabaseError } from "pg";
import { DatabaseAway } from "./database-away.ts";
import { translateDatabaseFault } from "./database-fault.ts";
import { HubError } from "./hub-error.ts";

function refusedWith(code: string): DatabaseError {
  return Object.assign(new DatabaseError("no", 2, "error"), { code });
}

function codeOf(error: unknown): string | undefined {
  const known = translateDatabaseFault(error, {});
  return known instanceof HubError ? known.code : undefined;
}

describe("what a database says", () => {
  it.each([
    "57P01",
    "57P02",
    "57P03",
    "53300",
    "53100",
    "08006",
    "25006",
    "57014",
    "28P01",
    "58030",
  ])("of itself (%s) is SUBGRAPH_UNAVAILABLE", (code) =>
    expect(codeOf(refusedWith(code))).toBe("SUBGRAPH_UNAVAILABLE"),
  );

  it.each([
    ["55P03", "CONFLICT"],
    ["40P01", "CONFLICT"],
    ["22P02", "BAD_USER_INPUT"],
    ["42P01", undefined],
    ["23505", undefined],
  ])("of a statement (%s) is %s", (code, expected) => {
    expect(codeOf(refusedWith(code))).toBe(expected);
  });

  it("is found below what others wrap around it, with what is known of the change", () => {
    const away = new DatabaseAway({ fault: "is gone", outcome: "UNKNOWN" }, refusedWith("57P01"));
    for (const error of [away, new DriverException(away), new Error("outer", { cause: away })]) {
      expect(translateDatabaseFault(error, {}, "UNCHANGED")).toMatchObject({
        extensions: { code: "SUBGRAPH_UNAVAILABLE", outcome: "UNKNOWN" },
      });
    }
    const plain = new DatabaseAway({ fault: "is gone" });
    expect(translateDatabaseFault(plain, {}, "UNCHANGED")).toMatchObject({
      extensions: { outcome: "UNCHANGED" },
    });
  });
});
