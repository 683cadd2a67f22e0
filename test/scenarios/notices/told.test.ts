import { readFileSync } from "node:fs";
import { NOTICE_KINDS } from "@alliance-hub/platform/notices/kinds/all";
import { describe, expect, it } from "@jest/globals";
import { buildSchema } from "graphql";
import { BY_THE_HUB, TOLD } from "../../support/tasks/told.ts";

const API = readFileSync(new URL("../../../../schema/api.graphql", import.meta.url), "utf8");
const mutations = Object.keys(buildSchema(API).getMutationType()?.getFields() ?? {});
const kinds = Object.entries(NOTICE_KINDS).flatMap(([noun, types]) =>
  Object.keys(types).map((type) => `${noun}.${type}`),
);

describe("each mutation", () => {
  it("tells whom it concerns, or it is decided why nobody is told", () => {
    expect(Object.keys(TOLD).toSorted()).toEqual(mutations.toSorted());
  });

  it("tells only what docs/notices.md has; and all of that is told by some mutation, or by the hub itself", () => {
    const told = Object.values(TOLD).flatMap((one) => (typeof one === "string" ? [] : one));
    expect([...new Set([...told, ...BY_THE_HUB])].toSorted()).toEqual(kinds.toSorted());
  });
});
