import { Refused } from "../graph/ask.ts";

/** What is wrong with fields, by their name; a field inside a list as `commitments.0.clause`. */
export type Faults = Readonly<Record<string, string | undefined>>;

/** The faults of an answer that the hub gave, by field, in its own words. */
export function faultsOf(error: Error | null): Faults {
  if (!(error instanceof Refused)) return {};
  return Object.fromEntries(
    error.errors.flatMap(({ message, extensions }) => {
      const { faults, field } = extensions ?? {};
      if (faults) return faults.map(({ path, message: own }) => [nameOf(path), own]);
      return field === undefined ? [] : [[field.replace(/^input\./, ""), message]];
    }),
  );
}

const nameOf = (path: readonly (string | number)[]): string =>
  (path[0] === "input" ? path.slice(1) : path).join(".");
