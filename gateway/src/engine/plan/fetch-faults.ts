import { isUnavailable } from "@alliance-hub/platform/errors/unavailable";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { GraphQLError } from "graphql";
import { subgraphUnavailable } from "../transport/deadline.ts";
import type { FieldFault, Path } from "./field-fault.ts";
import type { CollectedEntities, EntityGroup } from "./entities.ts";
import { own } from "./merge.ts";
import { type Data, type Run, markMissing } from "./run.ts";
import type { SelectedFields } from "./selected-fields.ts";
import { locate } from "./walk.ts";

type Cause = Omit<FieldFault, "path">;

interface AtEntities {
  readonly group: EntityGroup;
  readonly entities: CollectedEntities;
}

/** Puts what went wrong with one fetch to where the client sees it. */
export interface FetchFaults {
  readonly service: string;
  /** The subgraph did not answer; called before the two that follow. */
  notAnswered(run: Run, error: unknown): void;
  rootMissing(run: Run, result: FormattedExecutionResult | undefined): void;
  entitiesMissing(run: Run, at: AtEntities, result: FormattedExecutionResult | undefined): void;
  missingOn(
    run: Run,
    at: { readonly group: EntityGroup; readonly targets: readonly Data[] },
    cause: Cause,
  ): void;
  rootErrors(run: Run, errors: readonly GraphQLFormattedError[], data: Data): void;
  entityErrors(
    run: Run,
    at: AtEntities & { readonly answers: readonly unknown[] },
    errors: readonly GraphQLFormattedError[],
  ): void;
}

/** @param parts `clientName` gives the client's names for those of planner and engine. */
export function createFetchFaults(parts: {
  readonly service: string;
  readonly selected: SelectedFields;
  readonly clientName: (name: string) => string;
}): FetchFaults {
  const { service, selected, clientName } = parts;
  const reasons = new WeakMap<Run, Cause>();

  const causeOf = (error: GraphQLFormattedError): Cause => ({
    message:
      typeof error.message === "string" ? error.message : `The subgraph "${service}" failed.`,
    extensions: { ...error.extensions, service },
    isAway: isUnavailable(error.extensions?.["code"]),
  });
  /** Why there is no data: the subgraph's own first error, if it gave one. */
  const reasonOf = (run: Run, result: FormattedExecutionResult | undefined): Cause => {
    if (!result) return reasons.get(run) ?? wrongShape(service);
    const [first] = Array.isArray(result.errors) ? result.errors : [];
    if (first) return causeOf(first);
    return result.data == null ? noData(service) : wrongShape(service);
  };
  const pathOf = (path: readonly (string | number)[]): Path =>
    path.map((step) => (typeof step === "string" ? clientName(step) : step));
  const missingOn: FetchFaults["missingOn"] = (run, { group, targets }, fault) => {
    for (const target of targets) markMissing(run, target, { fields: group.fields, fault });
  };

  return {
    service,
    missingOn,
    notAnswered: (run, error) => {
      const reason =
        error instanceof GraphQLError
          ? causeOf(error.toJSON())
          : asCause(service, "failed unexpectedly");
      reasons.set(run, reason);
    },
    rootMissing: (run, result) => {
      const errors = (Array.isArray(result?.errors) ? result.errors : []).filter(
        (error) => Array.isArray(error.path) && error.path.length > 0,
      );
      for (const error of errors)
        run.faults.push({ ...causeOf(error), path: pathOf(error.path ?? []) });
      markMissing(run, run.data, { fields: selected.root, fault: reasonOf(run, result) });
    },
    entitiesMissing: (run, { group, entities }, result) => {
      missingOn(run, { group, targets: entities.targets.flat() }, reasonOf(run, result));
    },
    rootErrors: (run, errors, data) => {
      for (const error of errors) {
        if (Array.isArray(error.path) && error.path.length > 0) {
          run.faults.push({ ...causeOf(error), path: pathOf(error.path) });
          continue;
        }
        const empty = [...selected.root].find((name) => own(data, name) == null);
        run.faults.push({
          ...causeOf(error),
          path: empty === undefined ? undefined : [clientName(empty)],
        });
      }
    },
    entityErrors: (run, { group, entities, answers }, errors) => {
      for (const error of errors) {
        const path = Array.isArray(error.path) ? error.path : [];
        if (path[0] !== group.name) {
          const isOthers = typeof path[0] === "string" && selected.onEntities.has(path[0]);
          if (!isOthers)
            missingOn(run, { group, targets: entities.targets.flat() }, causeOf(error));
          continue;
        }
        const index = path[1];
        const targets = typeof index === "number" ? (entities.targets[index] ?? []) : [];
        const tail = path.slice(2);
        if (tail.length === 0) {
          missingOn(run, { group, targets }, causeOf(error));
          continue;
        }
        const cause = causeOf(error);
        for (const at of pathsTo(run, group, targets))
          run.faults.push({ ...cause, path: pathOf([...at, ...tail]) });
        // The fault has taken the whole entity with it.
        if (answers[Number(index)] === null) missingOn(run, { group, targets }, cause);
      }
    },
  };
}

function pathsTo(run: Run, group: EntityGroup, targets: readonly Data[]): Path[] {
  const wanted = new Set<object>(targets);
  const found = new Map<string, Path>();
  for (const names of group.paths) {
    for (const path of [...locate(run.data, names, wanted).values()].flat())
      found.set(JSON.stringify(path), path);
  }
  return [...found.values()];
}

/** The subgraph's answer has not the form that was asked for. */
export function wrongShape(service: string): Cause {
  return asCause(service, "answered in a form that was not asked for");
}

function noData(service: string): Cause {
  return asCause(service, "answered with neither data nor an error");
}

function asCause(service: string, fault: string): Cause {
  const { message, extensions } = subgraphUnavailable(service, fault);
  return { message, extensions };
}
