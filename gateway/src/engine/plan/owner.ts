import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import { type SelectionSetNode, getOperationAST, parse } from "graphql";
import { allFields, responseName } from "../document/all-fields.ts";
import type { Path } from "./field-fault.ts";

/** Name of the subgraph that was asked for a position of the answer; undefined if none was. */
export type OwnerOf = (position: Path) => string | undefined;

/** What a fetch asks for, and where that stands in the answer. */
export interface OwnedFetch {
  readonly service: string;
  readonly operation: string;
  /** Response name of the entities → the paths to them, as the client's names. Empty for root fields. */
  readonly entities: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly clientName: (name: string) => string;
}

/** Looks fetches up by position; they are parsed only then, for it is asked about faults alone. */
export function createOwnerOf(fetches: readonly OwnedFetch[]): OwnerOf {
  return (position) => {
    const names = position.filter((step) => typeof step === "string");
    return fetches.find((fetch) => asksFor(fetch, names))?.service;
  };
}

function asksFor(
  { operation, entities, clientName }: OwnedFetch,
  names: readonly string[],
): boolean {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const fieldsIn = (set: SelectionSetNode | undefined) => (set ? allFields(set, fragments) : []);
  const leads = (set: SelectionSetNode | undefined, rest: readonly string[]): boolean => {
    const [next, ...further] = rest;
    if (next === undefined) return true;
    return fieldsIn(set).some(
      (field) => clientName(responseName(field)) === next && leads(field.selectionSet, further),
    );
  };
  const root = getOperationAST(document, null)?.selectionSet;
  if (entities.size === 0) return names.length > 0 && leads(root, names);
  return fieldsIn(root).some((field) =>
    (entities.get(responseName(field)) ?? []).some(
      (path) =>
        path.length < names.length &&
        path.every((name, index) => name === names[index]) &&
        leads(field.selectionSet, names.slice(path.length)),
    ),
  );
}
