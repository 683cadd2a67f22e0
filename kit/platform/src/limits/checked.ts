import { gathered } from "../errors/faults.ts";
import type { Limit } from "./limit.ts";

type Limits = Readonly<Record<string, Limit<never, unknown>>>;
type Given<L extends Limits> = {
  readonly [Name in keyof L]: Parameters<L[Name]["check"]>[1];
};
type Optional<L extends Limits> = {
  readonly [Name in keyof L]?: Parameters<L[Name]["check"]>[1] | null | undefined;
};
type Kept<L extends Limits> = { [Name in keyof L]: ReturnType<L[Name]["check"]> };

/**
 * The fields of an input that have limits, as they are stored.
 *
 * @throws HubError `BAD_USER_INPUT` for all fields that break their limits.
 */
export function checked<L extends Limits>(input: Given<L>, limits: L): Kept<L> {
  return each(input, limits, (check, name, value) => [[name, check(name, value)]]);
}

/** The same for optional fields: only those that were given. What is left out stays as it is. */
export function checkedWhereGiven<L extends Limits>(
  input: Optional<L>,
  limits: L,
): Partial<Kept<L>> {
  return each(input, limits, (check, name, value) =>
    value == null ? [] : [[name, check(name, value)]],
  );
}

/** The same for optional fields: null for each that was not given. */
export function checkedOrNull<L extends Limits>(
  input: Optional<L>,
  limits: L,
): { [Name in keyof L]: Kept<L>[Name] | null } {
  return each(input, limits, (check, name, value) => [
    [name, value == null ? null : check(name, value)],
  ]);
}

/** What a record does not have any more: those of the named fields that an update gives as null. */
export function emptiedWhereNull<Name extends string>(
  input: { readonly [Field in Name]?: unknown },
  names: readonly Name[],
): { [Field in Name]?: null } {
  const emptied = names.filter((name) => input[name] === null);
  return Object.fromEntries(emptied.map((name) => [name, null])) as { [Field in Name]?: null };
}

type Check = (field: string, value: unknown) => unknown;

function each<Result>(
  input: object,
  limits: Limits,
  entries: (check: Check, name: string, value: unknown) => [string, unknown][],
): Result {
  const found = gathered(
    Object.fromEntries(
      Object.entries(limits).map(([name, limit]) => [
        name,
        () => entries(limit.check as Check, name, Reflect.get(input, name)),
      ]),
    ),
  );
  return Object.fromEntries(Object.values(found).flat()) as Result;
}
