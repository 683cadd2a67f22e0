import type { ErrorCode } from "./catalogue.ts";
import { HubError } from "./hub-error.ts";

/** One thing that is wrong with an input, on its way to the gateway, which tells it in the client's language. */
export interface Fault {
  /** Where, from the arguments on: `["commitments", 0, "clause"]`. */
  readonly path: readonly (string | number)[];
  readonly code: ErrorCode;
  readonly message: string;
  readonly chinese: string;
}

/** Checks that do not depend on each other, by the name under which each returns its value. */
type Checks = Readonly<Record<string, () => unknown>>;

/**
 * The values of all checks, so that a client is told everything that is wrong at once.
 *
 * @throws HubError `BAD_USER_INPUT` with the faults of all checks; and whatever else a check throws, at once.
 */
export function gathered<C extends Checks>(checks: C): { [Name in keyof C]: ReturnType<C[Name]> } {
  const faults: HubError[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(checks)) {
    try {
      values[name] = check();
    } catch (error) {
      if (!isFault(error)) throw error;
      faults.push(error);
    }
  }
  const [first, ...others] = faults;
  if (first) throw others.length === 0 ? first : together(faults);
  return values as { [Name in keyof C]: ReturnType<C[Name]> };
}

/** The faults that an error tells of; none if it is not about an input. */
export function faultsIn(error: HubError): readonly Fault[] {
  const { faults, field } = error.extensions;
  if (Array.isArray(faults)) return faults as Fault[];
  if (error.code !== "BAD_USER_INPUT" || typeof field !== "string") return [];
  const { zh: chinese, en: message } = error.words;
  return [{ path: pathOf(field), code: error.code, message, chinese }];
}

function isFault(error: unknown): error is HubError {
  return error instanceof HubError && faultsIn(error).length > 0;
}

/** One error for several; `field` is that of the first, as for one fault. */
function together(errors: readonly HubError[]): HubError {
  const faults = errors.flatMap(faultsIn);
  return new HubError(
    "BAD_USER_INPUT",
    {
      zh: `有 ${faults.length} 处需要改正：${faults.map(({ chinese }) => chinese).join("")}`,
      en: `${faults.length} things are wrong. ${faults.map(({ message }) => message).join(" ")}`,
    },
    { field: errors[0]?.extensions["field"], faults },
  );
}

/** `commitments.0.clause` → `["commitments", 0, "clause"]`. */
function pathOf(field: string): (string | number)[] {
  return field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
