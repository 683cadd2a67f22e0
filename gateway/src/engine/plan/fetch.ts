import { isObject } from "@alliance-hub/platform/json/is-object";
import { copyOf } from "@alliance-hub/platform/subgraph/copy";
import type { FormattedExecutionResult } from "graphql";
import type { SubgraphFetch, Transport } from "../engine.ts";
import { subgraphUnavailable } from "../transport/deadline.ts";
import { type FetchFaults, wrongShape } from "./fetch-faults.ts";
import { type EntityGroup, type CollectedEntities, collectEntities } from "./entities.ts";
import { mergeInto, own } from "./merge.ts";
import type { SelectedFields } from "./selected-fields.ts";
import type { Rewrite } from "./rewrites.ts";
import { type Data, type Run, type Step, markMissing } from "./run.ts";

/** One request to a subgraph, compiled. */
export interface CompiledFetch {
  readonly service: string;
  readonly transport: Transport;
  /** The document that the subgraph gets. */
  readonly operation: string;
  /** The same as a JSON string, so that it is not escaped anew for each request. */
  readonly queryJson: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly operationName: string | undefined;
  /** The client's variables that it uses. */
  readonly variableUsages: readonly string[];
  readonly outputRewrite: Rewrite | undefined;
  readonly faults: FetchFaults;
  readonly selected: SelectedFields;
  /** The client's name for one of the planner's or the engine's. */
  readonly clientName: (name: string) => string;
  readonly isObjectType: (typename: string) => boolean;
}

/** A fetch of root fields. */
export function rootFetch(fetch: CompiledFetch): Step {
  return async (run) => addRoot(fetch, run, await send(fetch, variablesOf(fetch, run), run));
}

/** The root field of a subscription: what the subgraph said of the event is there already. */
export function eventFetch(fetch: CompiledFetch): Step {
  return async (run) => addRoot(fetch, run, run.event);
}

/** What a subgraph says of the events of a subscription. @throws HubError if it serves none. */
export function followEvents(
  fetch: CompiledFetch,
  run: Pick<Run, "variables" | "context">,
): AsyncIterable<FormattedExecutionResult> {
  const { transport, service } = fetch;
  if (!transport.subscribe)
    throw subgraphUnavailable(service, "does not serve subscriptions over this connection");
  return transport.subscribe(requestOf(fetch, variablesOf(fetch, run)), run.context);
}

function addRoot(
  fetch: CompiledFetch,
  run: Run,
  result: FormattedExecutionResult | undefined,
): void {
  const data = result && isObject(result.data) ? result.data : undefined;
  if (!result || data === undefined) return fetch.faults.rootMissing(run, result);
  fetch.outputRewrite?.(data);
  if (result.errors && result.errors.length > 0) fetch.faults.rootErrors(run, result.errors, data);
  mergeInto(run.data, data, fetch.isObjectType);
}

/** A fetch that adds to entities; nothing is sent if there are none. */
export function entityFetch(fetch: CompiledFetch, groups: readonly EntityGroup[]): Step {
  return async (run) => {
    const variables = variablesOf(fetch, run);
    let isNeeded = false;
    const collected = groups.map((group) => {
      const entities = collectEntities(group, run);
      variables[group.variable] = entities.representations;
      isNeeded ||= entities.representations.length > 0;
      return entities;
    });
    if (!isNeeded) return;
    const result = await send(fetch, variables, run);
    const data = result && isObject(result.data) ? result.data : undefined;
    if (data !== undefined) fetch.outputRewrite?.(data);
    for (const [index, group] of groups.entries()) {
      const entities = collected[index];
      if (!entities || entities.representations.length === 0) continue;
      const answers = data === undefined ? undefined : own(data, group.name);
      const at = { group, entities };
      if (!result || !Array.isArray(answers)) {
        fetch.faults.entitiesMissing(run, at, result);
      } else {
        addAnswers(fetch, run, { ...at, answers });
        if (result.errors && result.errors.length > 0)
          fetch.faults.entityErrors(run, { ...at, answers }, result.errors);
      }
    }
  };
}

/** Asks the subgraph; undefined if it did not answer, which `faults` then knows the reason of. */
async function send(
  fetch: CompiledFetch,
  variables: Data,
  run: Run,
): Promise<FormattedExecutionResult | undefined> {
  try {
    return await fetch.transport.send(requestOf(fetch, variables), run.context);
  } catch (error) {
    fetch.faults.notAnswered(run, error);
    return undefined;
  }
}

function requestOf(fetch: CompiledFetch, variables: Data): SubgraphFetch {
  const { kind, operation: query, queryJson, operationName } = fetch;
  return { kind, query, queryJson, operationName, variables };
}

function variablesOf({ variableUsages }: CompiledFetch, run: Pick<Run, "variables">): Data {
  const variables: Data = {};
  for (const name of variableUsages) {
    if (Object.hasOwn(run.variables, name)) variables[name] = run.variables[name];
  }
  return variables;
}

interface FetchAnswers {
  readonly group: EntityGroup;
  readonly entities: CollectedEntities;
  readonly answers: readonly unknown[];
}

function addAnswers(fetch: CompiledFetch, run: Run, at: FetchAnswers): void {
  const { group, entities, answers } = at;
  let index = 0;
  for (const targets of entities.targets) {
    const answer = answers[index++];
    if (answer === null) {
      // Of what type an object is that nobody knows cannot be told.
      if (group.fields.has("__typename"))
        for (const target of targets)
          markMissing(run, target, { fields: group.fields, fault: undefined });
      continue;
    }
    if (!isObject(answer)) {
      fetch.faults.missingOn(run, { group, targets }, wrongShape(fetch.faults.service));
      continue;
    }
    let isShared = true;
    for (const target of targets) {
      mergeInto(target, isShared ? answer : copyOf(answer), fetch.isObjectType);
      isShared = !group.hasDeeperFetch;
    }
  }
}
