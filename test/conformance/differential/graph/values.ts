import {
  type GraphQLOutputType,
  buildSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
} from "graphql";
import { hash } from "./hash.ts";
import type { Source } from "./keys.ts";
import { WHOLE } from "./whole.ts";

/** The graph as one schema, without resolvers: what fields' types are, wherever they are served. */
export const GRAPH = buildSchema(WHOLE);

/** What a list does at one of its places: `undefined` lets the value stand. */
export type AtItem = (place: string) => Error | null | undefined;

/** A value of a type, from a seed alone. */
export function valueOf(type: GraphQLOutputType, seed: string, atItem: AtItem): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, seed, atItem);
  if (isListType(type)) {
    return Array.from({ length: hash(`length ${seed}`) % 4 }, (_, index) => {
      const place = `${seed}/${index}`;
      const fault = atItem(`/${index}`);
      return fault === undefined
        ? valueOf(type.ofType, place, (deeper) => atItem(`/${index}${deeper}`))
        : fault;
    });
  }
  const number = hash(seed);
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name;
  if (isAbstractType(type)) {
    const types = GRAPH.getPossibleTypes(type);
    return objectOf(types[number % types.length]?.name ?? type.name, number >> 3);
  }
  switch (type.name) {
    case "Int":
      return number % 1000;
    case "ID":
    case "String":
      return `${seed} 值`;
    case "Json":
      return json(number);
    default:
      return objectOf(type.name, number);
  }
}

/** One object of a type, of the few that there are of entities. */
function objectOf(type: string, number: number): Source {
  const few = number % 5;
  const row = number % 2 === 0 ? "a" : "b";
  switch (type) {
    case "Book":
    case "Film":
    case "Maker":
    case "Country":
      return { __typename: type, key: `${type.charAt(0).toLowerCase()}${few}` };
    case "Shelf":
      return { __typename: type, key: `s${few}${row}` };
    case "Slot":
      return { __typename: type, key: `t${few}${row}${number % 3}` };
    default:
      return { __typename: type, key: `${type}${number % 40}` };
  }
}

/** Values that look like objects of an answer and are none. */
function json(number: number): unknown {
  const values = [
    { __typename: "Book", id: number, list: [{ constructor: null }, [1, "zwei"]] },
    [null, { __typename: "Film", title: { deep: [true] } }],
    "text",
    {},
    number / 7,
    false,
  ];
  return values[number % values.length];
}
