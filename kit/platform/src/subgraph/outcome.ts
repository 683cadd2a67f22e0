import type { GraphQLFieldResolver } from "graphql";
import type { Outcome } from "../errors/database-away.ts";

/** What is known about the mutations of one call, by the key of each in the answer. */
interface Changes {
  current: string | undefined;
  readonly committed: Set<string | undefined>;
}

const calls = new WeakMap<object, Changes>();

function changesOf(context: object): Changes {
  const known = calls.get(context);
  if (known) return known;
  const changes: Changes = { current: undefined, committed: new Set() };
  calls.set(context, changes);
  return changes;
}

/** Records that a change of the current mutation was committed. @param context of the call. */
export function noteChange(context: object): void {
  const { committed, current } = changesOf(context);
  committed.add(current);
}

/**
 * What is known about a mutation that could not be answered.
 *
 * @param context of the call.
 * @param key of the mutation in the answer. One call may have several mutations, each with its own outcome.
 */
export function outcomeOf(context: object, key: string | undefined): Outcome {
  return changesOf(context).committed.has(key) ? "CHANGED" : "UNCHANGED";
}

type Resolve = GraphQLFieldResolver<unknown, object>;

/** The same mutations, together with the current one. They are executed one after the other. */
export function followChanges(mutations: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, resolve]) => [
      name,
      typeof resolve === "function" ? followed(resolve as Resolve) : resolve,
    ]),
  );
}

function followed(resolve: Resolve): Resolve {
  return (root, args, context, info) => {
    changesOf(context).current = String(info.path.key);
    return resolve(root, args, context, info);
  };
}
