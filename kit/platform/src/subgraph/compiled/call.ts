import type {
  FieldNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
} from "graphql";
import type { CollectedErrors } from "./collected-errors.ts";

/** Where a value stands in the answer, as graphql-js tells resolvers. */
export type Path = GraphQLResolveInfo["path"];

/** One execution of an operation. */
export interface Call {
  readonly schema: GraphQLSchema;
  readonly operation: GraphQLResolveInfo["operation"];
  readonly fragments: GraphQLResolveInfo["fragments"];
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  readonly root: unknown;
  readonly context: unknown;
  readonly errors: CollectedErrors;
}

/** A field of an object type, as a document selects it. */
export interface Field {
  /** Its key in the answer. */
  readonly key: string;
  /** Its name in the schema. */
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  /** Everywhere it stands in the document. */
  readonly nodes: readonly FieldNode[];
}

/** A field's name in messages, such as `Query.resources`. */
export function coordinate({ parentType, name }: Field): string {
  return `${parentType.name}.${name}`;
}

/** Where a field of an object stands in the answer. */
export function pathOf({ key, parentType }: Field, parent: Path | undefined): Path {
  return { prev: parent, key, typename: parentType.name };
}

/** The execution of one field of one object. */
export class FieldCall {
  readonly call: Call;
  readonly field: Field;
  readonly path: Path;
  #info: GraphQLResolveInfo | undefined;

  constructor(call: Call, field: Field, path: Path) {
    this.call = call;
    this.field = field;
    this.path = path;
  }

  /** What resolvers are told, made when it is first needed. */
  get info(): GraphQLResolveInfo {
    const { call, field } = this;
    return (this.#info ??= {
      fieldName: field.name,
      fieldNodes: field.nodes,
      returnType: field.type,
      parentType: field.parentType,
      path: this.path,
      schema: call.schema,
      fragments: call.fragments,
      rootValue: call.root,
      operation: call.operation,
      variableValues: call.variables,
    });
  }
}

/** Whether something is a promise in the eyes of graphql-js. */
export function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return (
    ((typeof value === "object" && value !== null) || typeof value === "function") &&
    typeof (value as { readonly then?: unknown }).then === "function"
  );
}
