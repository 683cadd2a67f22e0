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
 * @throws HubError with the faults of all checks, as {@link InputChecks}; and whatever else a check throws, at once.
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

/**
 * The value of a check that is needed later. If the check has failed, what needs it cannot be checked: the
 * call throws, and {@link InputChecks} leaves that check out.
 */
export type Checked<T> = () => T;

/** A check has failed on whose value another one depends. The client is told of the first. */
class DependsOnFault extends Error {
  override readonly name: string = "DependsOnFault";
}

/**
 * Checks of one input that may look something up or depend on each other. All that can be made are made, one after
 * the other, so that a client is told everything that is wrong at once: names that nobody knows as well as texts
 * that are too long. What a viewer may not do is told at once, and alone.
 */
export class InputChecks {
  readonly #faults: HubError[];

  /** @param faults that were found before. Default: none. */
  constructor(faults: readonly HubError[] = []) {
    this.#faults = [...faults];
  }

  /**
   * Checks that go on from here; what they find stays with them. For those within a transaction, whose work may be
   * done more than once.
   */
  fork(): InputChecks {
    return new InputChecks(this.#faults);
  }

  /** Makes a check. @throws whatever it throws that is not about a place of the input. */
  async of<T>(check: () => T | Promise<T>): Promise<Checked<T>> {
    try {
      const value = await check();
      return () => value;
    } catch (error) {
      if (isFault(error)) this.#faults.push(error);
      else if (!(error instanceof DependsOnFault)) throw error;
      return () => {
        throw new DependsOnFault("A value is used that did not pass its check");
      };
    }
  }

  /**
   * Ends the checks; afterwards each value is there.
   *
   * @throws HubError with all faults; its code is theirs, or `BAD_USER_INPUT` if they have several.
   */
  end(): void {
    const [first, ...others] = this.#faults;
    if (first) throw others.length === 0 ? first : together(this.#faults);
  }
}

/** The faults that an error tells of; none if it is not about a place of the input. */
export function faultsIn(error: HubError): readonly Fault[] {
  const { faults, field } = error.extensions;
  if (Array.isArray(faults)) return faults as Fault[];
  if (typeof field !== "string") return [];
  const { zh: chinese, en: message } = error.words;
  return [{ path: pathOf(field), code: error.code, message, chinese }];
}

function isFault(error: unknown): error is HubError {
  return error instanceof HubError && faultsIn(error).length > 0;
}

/** One error for several; `field` is that of the first, as for one fault. */
function together(errors: readonly HubError[]): HubError {
  const faults = errors.flatMap(faultsIn);
  const [code, ...codes] = new Set(faults.map((fault) => fault.code));
  return new HubError(
    code === undefined || codes.length > 0 ? "BAD_USER_INPUT" : code,
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
