import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { gathered } from "../errors/faults.ts";
import { badInput } from "../errors/hub-error.ts";
import { fieldInChinese } from "../words/fields.ts";

/** The form of an id (RFC 9562). One that a client writes in capitals is no mistake of form; no record is known by it. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** How much of a value is repeated, in characters. */
const LONGEST_REPEATED = 40;

type Values = Readonly<Record<string, unknown>>;
type Call = (source: unknown, values: Values, ...rest: unknown[]) => unknown;
/** Where ids stand in the arguments of a field: `["filter", "committeeId"]`. */
type Place = readonly string[];

/**
 * Resolvers that reject what is no id where a list is narrowed: in an argument `filter`, and in the arguments of a
 * connection. An id that leads to nothing, or to what the viewer may not see, finds nothing, and nobody learns which of
 * them it is. What cannot be an id is a mistake of the client, which would take the empty list for an answer.
 */
export function withIdsChecked(
  schema: GraphQLSchema,
  resolvers: Readonly<Record<string, object>>,
): Record<string, object> {
  return Object.fromEntries(
    Object.entries(resolvers).map(([name, resolves]) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) return [name, resolves];
      const fields = type.getFields();
      const checked = Object.entries(resolves).map(([field, resolve]: [string, unknown]) => {
        const places = placesIn(fields[field]);
        return [field, places.length === 0 ? resolve : checkedFirst(resolve, places)];
      });
      return [name, Object.fromEntries(checked)];
    }),
  );
}

function placesIn(field: GraphQLField<unknown, unknown> | undefined): readonly Place[] {
  if (!field) return [];
  const isConnection = getNamedType(field.type).name.endsWith("Connection");
  return field.args.flatMap((argument) => {
    if (argument.name === "filter") return idsBelow(argument);
    return isConnection && isIdOf(argument) ? [[argument.name]] : [];
  });
}

function idsBelow({ name: argument, type }: GraphQLArgument): Place[] {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return [];
  const ids = Object.values(input.getFields()).filter(isIdOf);
  return ids.map(({ name }) => [argument, name]);
}

const isIdOf = ({ type }: Pick<GraphQLInputField, "type">): boolean =>
  getNamedType(type).name === "ID";

/** A subscription is checked when somebody subscribes. */
function checkedFirst(resolve: unknown, places: readonly Place[]): unknown {
  const after =
    (call: Call): Call =>
    (source, values, ...rest) => {
      requireIds(values, places);
      return call(source, values, ...rest);
    };
  if (typeof resolve === "function") return after(resolve as Call);
  const { subscribe, ...rest } = resolve as { readonly subscribe: Call };
  return { ...rest, subscribe: after(subscribe) };
}

/** @throws HubError `BAD_USER_INPUT` with all that is no id. */
function requireIds(values: Values, places: readonly Place[]): void {
  const wrong = places.flatMap((place) => wrongAt(values, place));
  if (wrong.length === 0) return;
  gathered(Object.fromEntries(wrong.map((one) => [one.field, () => refuse(one)])));
}

/** What is no id at a place, which may have several. */
function wrongAt(values: Values, place: Place): { field: string; given: string }[] {
  let value: unknown = values;
  for (const step of place) value = (value as Values | null | undefined)?.[step];
  const isList = Array.isArray(value);
  // Values of the scalar ID are texts.
  const all = (isList ? value : [value]) as readonly (string | null | undefined)[];
  return all.flatMap((id, i) => {
    if (id == null || ID.test(id)) return [];
    return [{ field: [...place, ...(isList ? [i] : [])].join("."), given: id }];
  });
}

function refuse({ field, given }: { readonly field: string; readonly given: string }): never {
  const value = JSON.stringify(given.slice(0, LONGEST_REPEATED));
  throw badInput(field, {
    zh: `${fieldInChinese(field)} ${value} 不是编号。请从列表中选择，或者不选。`,
    en: `"${field}" ${value} is not an id. Take ids from the lists of this hub, or leave it out.`,
  });
}
