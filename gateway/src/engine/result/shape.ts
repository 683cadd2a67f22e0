import type { FieldNode } from "graphql";
import type { Data } from "../plan/run.ts";
import type { DenialReason } from "./access.ts";
import type { Leaf } from "./leaf.ts";

/** How a value of a type is completed (GraphQL, section 6.4.3). */
export type Completion = { readonly nonNull: boolean } & (
  | ({ readonly kind: "leaf" } & Leaf)
  | { readonly kind: "list"; readonly item: Completion }
  | { readonly kind: "object"; readonly selection: Selection }
);

/** One field of an object's answer. */
export interface ShapeField {
  readonly name: string;
  /** Where the document selects it first; all others that are one with it have its arguments. */
  readonly node: FieldNode;
  /** Name under which subgraphs answered. */
  readonly sourceName: string;
  /** Whether that is also a name of `Object.prototype`. */
  readonly isInherited: boolean;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  /** `__typename` is known from the shape; what is `ready` has been completed already. */
  readonly source: "data" | "typename" | "ready";
  readonly completion: Completion;
  /** Set if the viewer is denied the field. */
  readonly denied: DenialReason | undefined;
  /** Set if it was not fetched where the document selects it, because the viewer is denied it there. */
  readonly withheld: DenialReason | undefined;
}

/** The fields of one object type in one position of the answer, in the client's order. */
export interface Shape {
  readonly typeName: string;
  /** False where a subgraph knows objects by their interface only. */
  readonly isConcrete: boolean;
  readonly fields: readonly ShapeField[];
}

/** Selections in one position of the answer; shapes are made for the types that occur there. */
export interface Selection {
  /** Type that the schema promises there. */
  readonly typeName: string;
  readonly isAbstract: boolean;
  /** @returns undefined for a type that cannot occur there, or is not for clients. */
  shapeFor(typeName: string): Shape | undefined;
  /** Whether that is a type which subgraphs know and clients do not see. */
  isHidden(typeName: string): boolean;
  /** The common case of its projection, as code. */
  readonly generated: GeneratedCode;
}

/** The common case of a projection, as code made for one selection. */
export interface GeneratedCode {
  /** @returns undefined where anything is unusual: the projection itself then tells what. */
  complete(value: unknown): Data | undefined;
}
