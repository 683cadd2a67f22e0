import { GraphQLError } from "graphql";
import { hash } from "./hash.ts";

/** What goes wrong in one run, by `field:key`: an error, a null, or (undefined) nothing. */
export type Faults = (field: string, key: string) => GraphQLError | null | undefined;

/**
 * Fields that never fail. Keys, and what `@requires` needs with all objects on the way: a subgraph
 * that is not told of them cannot add its own fields, which one schema could still resolve. Type
 * names and references do not fail for the same reason; they have no entry in the table at all.
 */
const SOUND = new Set([
  "id",
  "reel",
  "code",
  "floor",
  "row",
  "number",
  "price",
  "weight",
  "base",
  "level",
]);

/** The faults of a run. @param seed every fourth one has none. */
export function createFaults(seed: number): Faults {
  if (seed % 4 === 0) return () => undefined;
  return (field, key) => {
    const name = field.split("/", 1)[0] ?? field;
    if (SOUND.has(name) || (name === "shelf" && key.startsWith("t"))) return undefined;
    const drawn = hash(`${seed} ${field}:${key}`) % 40;
    if (drawn === 0) return null;
    return drawn < 3 ? fault(`FAULT ${field}:${key}`) : undefined;
  };
}

function fault(code: string): GraphQLError {
  return new GraphQLError(`It failed: ${code}`, { extensions: { code } });
}
