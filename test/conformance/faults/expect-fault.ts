import { expect } from "@jest/globals";
import type { FormattedExecutionResult } from "graphql";

/** The whole answer, when nothing is wrong. */
export const WHOLE = {
  items: ["1", "2", "3"].map((id) => ({
    id,
    name: `item ${id}`,
    price: Number(id) * 10,
    size: Number(id),
    parts: [{ label: `part of ${id}` }],
    box: { code: `box ${id}` },
  })),
  depot: { town: "Lin", shelves: [1, 2], keeper: { name: "Wu" } },
  open: true,
};

/** What the sound subgraphs know. */
export const REST = {
  items: WHOLE.items.map((item) => ({ ...item, size: null, parts: null, box: null })),
  depot: null,
  open: null,
};

/**
 * Expects errors that name the subgraph, have a code, and stand where `data` is null; and no null
 * without one.
 */
export function expectFaults(
  result: FormattedExecutionResult,
  code = "SUBGRAPH_UNAVAILABLE",
): void {
  const { data, errors = [] } = result;
  const explained = new Set<string>();
  for (const { path, extensions } of errors) {
    expect(extensions).toMatchObject({ service: "stock", code });
    expect({ path, value: at(data, path ?? []) }).toEqual({ path, value: null });
    explained.add(JSON.stringify(path));
  }
  expect(explained.size).toBe(errors.length);
  expect(nullsOf(data).filter((path) => !explained.has(JSON.stringify(path)))).toEqual([]);
}

type Path = readonly (string | number)[];

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === "object" && inner ? Reflect.get(inner, step) : undefined),
    value,
  );
}

function nullsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || value === undefined) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    nullsOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}
