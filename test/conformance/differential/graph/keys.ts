/**
 * What the resolvers know of an object: its type and one text that stands for it. The keys of the
 * graph, whatever their form, are made from that text and are read back into it.
 */
export interface Source {
  readonly __typename: string;
  readonly key: string;
  /** What a representation said beside the key: the fields that `@requires` names. */
  readonly given?: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Every field that is part of some key. */
interface Keys {
  readonly id?: string;
  readonly code?: string;
  readonly reel?: string;
  readonly floor?: number;
  readonly row?: string;
  readonly shelf?: Fields;
  readonly number?: number;
}

const TYPE_OF: Readonly<Record<string, string>> = { b: "Book", f: "Film" };

/** The type of a medium, for subgraphs that do not know it. */
export function mediaType(key: string): string {
  return TYPE_OF[key.charAt(0)] ?? "Media";
}

/** The field's value if it is (part of) a key; undefined for other fields. */
export function keyField(source: Source, field: string): unknown {
  const { __typename: type, key } = source;
  switch (`${type}.${field}`) {
    case "Film.reel":
      return `reel-${key}`;
    case "Country.code":
      return key;
    case "Shelf.floor":
      return Number(key.charAt(1));
    case "Shelf.row":
      return key.charAt(2);
    case "Slot.shelf":
      return { __typename: "Shelf", key: `s${key.slice(1, 3)}` } satisfies Source;
    case "Slot.number":
      return Number(key.charAt(3));
    default:
      return field === "id" ? key : undefined;
  }
}

/** The text that stands for the object that a representation describes. */
export function keyOf(representation: Fields): string {
  const { id, code, reel, floor, row, shelf, number } = representation as Keys;
  if (id !== undefined) return id;
  if (reel !== undefined) return reel.slice("reel-".length);
  if (shelf !== undefined) return `t${keyOf(shelf).slice(1)}${number}`;
  if (floor !== undefined && row !== undefined) return `s${floor}${row}`;
  if (code !== undefined) return code;
  throw new Error(`No key in the representation ${JSON.stringify(representation)}`);
}
