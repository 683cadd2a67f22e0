import { readFileSync } from "node:fs";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { expect, it } from "@jest/globals";
import {
  type GraphQLNamedType,
  buildSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";

import { PERSONAL_SUBSCRIPTIONS } from "./personal-subscriptions.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";

/** Types that show a viewer something because of its person: see the policies of their nouns. */
const PERSONAL = ["Viewer", "Appointment"];

it("is the same for persons of one standing, and for nobody else", () => {
  const one = { ...ANONYMOUS, kind: "PERSON" as const, subject: "委员 001", committeeIds: ["a"] };
  expect(fingerprintOf({ ...one, subject: "委员 002" })).toBe(fingerprintOf(one));
  expect(fingerprintOf({ ...one, committeeIds: ["b"] })).not.toBe(fingerprintOf(one));
  expect(fingerprintOf({ ...one, kind: "PARTNER" })).not.toBe(fingerprintOf(one));
  expect(anyoneLike(one)).toEqual({ ...one, subject: null });
});

it("leaves out the person, whom nothing depends on that subscriptions lead to", () => {
  const file = new URL("../../../schema/supergraph.graphql", import.meta.url);
  const schema = buildSchema(readFileSync(file, "utf8"), { assumeValidSDL: true });
  const reached = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType | null | undefined): void => {
    if (!type || reached.has(type)) return;
    reached.add(type);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  // Subscribers of these share only with subscribers of the same person.
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const shared = fields.filter(({ name }) => !PERSONAL_SUBSCRIPTIONS.includes(name));
  for (const { type } of shared) visit(getNamedType(type));
  const names = Array.from(reached, ({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Activity", "Organization", "Membership"]));
  expect(names.filter((name) => PERSONAL.includes(name))).toEqual([]);
});
