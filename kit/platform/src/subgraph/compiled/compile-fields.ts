import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  defaultFieldResolver,
  getNullableType,
  isLeafType,
} from "graphql";
import { type FieldArguments, compileArguments } from "./arguments.ts";
import { type Field, FieldCall, isPromise, pathOf } from "./call.ts";
import { type Document, collectFields } from "./collect-fields.ts";
import { failAt } from "./collected-errors.ts";
import { type Complete, type FieldsOf, completion } from "./complete.ts";
import { type ExecutableField, ObjectFields } from "./object-fields.ts";
import { plainField } from "./plain-field.ts";
import { callMethod, isReadable } from "./property.ts";

type Execute = ExecutableField["execute"];
type Definition = GraphQLField<unknown, unknown>;
type Resolve = (at: FieldCall, source: unknown) => unknown;

/** Compiles what is selected of objects of a type. What stands below is compiled when it is first needed. */
export function compileFields(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ObjectFields {
  const fields: ExecutableField[] = [];
  for (const [key, nodes] of collectFields(document, type, sets)) {
    const [node] = nodes;
    const definition = node && definitionOf(document.schema, type, node.name.value);
    if (!definition) continue;
    const { name } = definition;
    const field: Field = { key, name, type: definition.type, parentType: type, nodes };
    const execute =
      definition === TypeNameMetaFieldDef
        ? () => type.name
        : compileField(document, field, { definition, given: compileArguments(definition, node) });
    fields.push({ key, execute });
  }
  return new ObjectFields(fields);
}

function definitionOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): Definition | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

interface Resolved {
  readonly definition: Definition;
  readonly given: FieldArguments;
}

function compileField(document: Document, field: Field, resolved: Resolved): Execute {
  const { definition, given } = resolved;
  const type = getNullableType(field.type);
  const isProperty =
    given.isConstant && (definition.resolve ?? defaultFieldResolver) === defaultFieldResolver;
  if (isProperty && isLeafType(type)) return plainField(field, type, given);
  return resolvedField(field, {
    resolve: isProperty ? propertyOf(field.name, given) : resolverOf(resolved),
    complete: completion(field.type, field, fieldsBelow(document, field)),
  });
}

function propertyOf(name: string, given: FieldArguments): Resolve {
  return (at, source) => {
    if (!isReadable(source)) return undefined;
    const value = source[name];
    return typeof value === "function" ? callMethod(at, source, given) : value;
  };
}

function resolverOf({ definition, given }: Resolved): Resolve {
  const resolve = definition.resolve ?? defaultFieldResolver;
  return (at, source) => resolve(source, given.of(at.call), at.call.context, at.info);
}

function resolvedField(
  field: Field,
  { resolve, complete }: { readonly resolve: Resolve; readonly complete: Complete },
): Execute {
  const fail = failAt(field.type, field.nodes);
  return (call, source, parent) => {
    const path = pathOf(field, parent);
    try {
      const at = new FieldCall(call, field, path);
      const value = resolve(at, source);
      const completed = isPromise(value)
        ? value.then((resolved) => complete(at, resolved, path))
        : complete(at, value, path);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error) => fail(call, error, path));
    } catch (error) {
      return fail(call, error, path);
    }
  };
}

function fieldsBelow(document: Document, { nodes }: Field): FieldsOf {
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const byType = new Map<GraphQLObjectType, ObjectFields>();
  return (type) => {
    let fields = byType.get(type);
    if (!fields) byType.set(type, (fields = compileFields(document, type, sets)));
    return fields;
  };
}
