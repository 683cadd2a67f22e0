import { KINDS } from "./stage.ts";

const numbers = (length: number): number[] => Array.from({ length }, (_one, nth) => nth);

/** Fragments that each spread the next one twice: the fields double with every level. */
export function exponential(levels: number): string {
  const fragments = numbers(levels).map(
    (nth) => `fragment F${nth} on Node { a: node { ...F${nth + 1} } b: node { ...F${nth + 1} } }`,
  );
  return `{ node { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Node { id }`;
}

/** Fragments that spread the next one twice in the same place: paths double, fields do not. */
export function spreadTwice(levels: number): string {
  const fragments = numbers(levels).map(
    (nth) => `fragment F${nth} on Node { ... { ...F${nth + 1} } ... { ...F${nth + 1} } }`,
  );
  return `{ node { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Node { id }`;
}

/** Many fragments beside each other. */
export function wide(count: number): string {
  const spreads = numbers(count).map((nth) => `...F${nth}`);
  const fragments = numbers(count).map(
    (nth) =>
      `fragment F${nth} on Node { a${nth}: f${nth % 4} node { b${nth}: f${(nth + 1) % 4} } }`,
  );
  return `{ node { ${spreads.join(" ")} } } ${fragments.join(" ")}`;
}

/** Below each level, conditions on every implementation: selections that no one subgraph can serve. */
export function nonLocal(levels: number, conditions = KINDS): string {
  const fields = "f0 f1 f2 f3";
  const at = (level: number): string =>
    level === 0
      ? `id ${fields}`
      : numbers(conditions)
          .map((nth) => `... on K${nth} { ${fields} n${nth}: node { ...L${level - 1} } }`)
          .join(" ");
  const fragments = numbers(levels + 1).map(
    (level) => `fragment L${level} on Node { ${at(level)} }`,
  );
  return `{ nodes { ...L${levels} } } ${fragments.join(" ")}`;
}

/** Selections within selections. */
export function deep(levels: number): string {
  return `{ node ${"{ node ".repeat(levels)} { id } ${"}".repeat(levels)} }`;
}

/** One field under many names. */
export function aliases(count: number): string {
  return `{ ${numbers(count)
    .map((nth) => `a${nth}: word${nth % 4}`)
    .join(" ")} }`;
}

/** One field again and again. */
export function repeated(count: number): string {
  return `{ ${"word0 ".repeat(count)} }`;
}
