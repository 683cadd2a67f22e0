import { isObject } from "@alliance-hub/platform/json/is-object";
import { setOwn } from "@alliance-hub/platform/json/set-own";
import { own } from "../plan/merge.ts";
import { type Data, type Run, missingOf } from "../plan/run.ts";
import type { OwnerOf } from "../plan/owner.ts";
import type { FieldFault, Path } from "../plan/field-fault.ts";
import type { DenialReason } from "./access.ts";
import type { Completion, Selection, Shape, ShapeField } from "./shape.ts";

/**
 * What subgraphs answered, in the client's form: in the order of the request, completed by the
 * schema, with nulls propagated (GraphQL, section 6.4.4). Faults that come to light are added to
 * `run.faults`.
 *
 * @returns null if a null has reached the root.
 */
export function project(selection: Selection, run: Run, parts: ProjectionParts): Data | null {
  const { ready } = parts;
  // What went wrong is told where it stands, which takes the walk that knows its path.
  if (run.faults.length === 0 && run.missing.size === 0 && ready === undefined) {
    const projected = selection.generated.complete(run.data);
    if (projected !== undefined) return projected;
  }
  const shape = selection.shapeFor(selection.typeName);
  return shape ? new Projection(run, parts).object(run.data, shape) : null;
}

/** What a projection needs beside the data. */
export interface ProjectionParts {
  /** Values of introspection fields, by response name. */
  readonly ready: Data | undefined;
  /** Which subgraph a wrong value came from. */
  readonly ownerOf: OwnerOf | undefined;
}

class Projection {
  readonly #run: Run;
  readonly #ready: Data | undefined;
  readonly #ownerOf: OwnerOf | undefined;
  readonly #path: Path = [];
  readonly #explained = new ExplainedPositions();

  constructor(run: Run, { ready, ownerOf }: ProjectionParts) {
    this.#run = run;
    this.#ready = ready;
    this.#ownerOf = ownerOf;
  }

  object(source: Data, shape: Shape): Data | null {
    const result: Data = {};
    for (const field of shape.fields) {
      const value = this.#field(source, field, shape);
      if (value === null && field.completion.nonNull) return null;
      if (field.name === "__proto__") setOwn(result, field.name, value);
      else result[field.name] = value;
    }
    return result;
  }

  #field(source: Data, field: ShapeField, shape: Shape): unknown {
    const { name, sourceName, completion } = field;
    if (field.denied) return this.#denied(field);
    if (field.source === "typename") return typenameOf(source, shape);
    if (field.source === "ready") return this.#ready ? own(this.#ready, name) : null;
    const value = field.isInherited ? own(source, sourceName) : source[sourceName];
    if (completion.kind === "leaf" && !completion.read && value !== null && value !== undefined)
      return value;
    this.#path.push(name);
    if (value === undefined && field.withheld) this.#report(denialFault(field.withheld));
    else if (value === undefined) this.#missing(source, sourceName);
    const completed = this.#complete(value, completion);
    if (completed === null && completion.nonNull) this.#unexpectedNull(field);
    this.#path.pop();
    return completed;
  }

  #complete(value: unknown, completion: Completion): unknown {
    if (value === null || value === undefined) return null;
    switch (completion.kind) {
      case "leaf":
        return this.#leaf(value, completion);
      case "list":
        return this.#list(value, completion.item);
      case "object":
        return this.#composite(value, completion.selection);
    }
  }

  #leaf(value: unknown, { read }: Extract<Completion, { kind: "leaf" }>): unknown {
    try {
      return read ? read(value) : value;
    } catch (error) {
      return this.#fault(
        error instanceof Error ? error.message : "The value cannot be represented.",
      );
    }
  }

  #list(value: unknown, item: Completion): unknown {
    if (!Array.isArray(value))
      return this.#fault("A subgraph answered with no list where the schema has one.");
    const result: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      this.#path.push(index);
      const completed = this.#complete(value[index], item);
      if (completed === null && item.nonNull) {
        this.#unexpectedNull();
        this.#path.pop();
        return null;
      }
      this.#path.pop();
      result.push(completed);
    }
    return result;
  }

  #composite(value: unknown, selection: Selection): unknown {
    if (!isObject(value))
      return this.#fault("A subgraph answered with no object where the schema has one.");
    const typename = selection.isAbstract ? value["__typename"] : undefined;
    const shape = selection.shapeFor(typeof typename === "string" ? typename : selection.typeName);
    if (!shape && typeof typename === "string" && selection.isHidden(typename)) return null;
    if (!shape)
      return this.#fault(`A subgraph answered with an object of a type that cannot stand here.`);
    if (selection.isAbstract && !shape.isConcrete && this.#isOfUnknownType(value)) return null;
    return this.object(value, shape);
  }

  /** Whether a fetch was to say of what type an object is, and could not: it cannot be completed. */
  #isOfUnknownType(object: Data): boolean {
    const missing = missingOf(this.#run.missing, object, "__typename");
    if (missing?.fault) this.#report(missing.fault);
    return missing !== undefined;
  }

  /** A field that was to be fetched and could not be: the fault stands at the field. */
  #missing(source: Data, name: string): void {
    const fault = missingOf(this.#run.missing, source, name)?.fault;
    if (fault) this.#report(fault);
  }

  #denied({ denied, name, completion }: ShapeField): null {
    this.#path.push(name);
    if (denied) this.#report(denialFault(denied));
    if (completion.nonNull) this.#unexpectedNull();
    this.#path.pop();
    return null;
  }

  #fault(message: string): null {
    const extensions = { code: "SUBGRAPH_UNAVAILABLE", ...this.#service(), chinese: WRONG_SHAPE };
    this.#report({ message, extensions });
    return null;
  }

  /** A null where the schema allows none needs an error of its own, unless there is one for it. */
  #unexpectedNull(field?: ShapeField): void {
    if (this.#explained.has(this.#run.faults, this.#path)) return;
    const where = field ? `field ${field.coordinate}` : "an item of a list";
    this.#report({
      message: `A subgraph answered with null for ${where}, which cannot be null.`,
      extensions: { code: "INTERNAL", ...this.#service() },
    });
  }

  #service(): { service?: string } {
    const service = this.#ownerOf?.(this.#path);
    return service === undefined ? {} : { service };
  }

  #report(fault: Omit<FieldFault, "path">): void {
    this.#run.faults.push({ ...fault, path: [...this.#path] });
  }
}

/** Of a value that is not what the schema says. */
const WRONG_SHAPE =
  "子图返回的内容不合图的定义，无法显示。请稍后再试；如仍有问题，请告诉平台管理员。";

function denialFault({ words, code }: DenialReason): Omit<FieldFault, "path"> {
  return { message: words.en, extensions: { code, chinese: words.zh } };
}

function typenameOf(source: Data, shape: Shape): unknown {
  const typename = source["__typename"];
  return shape.isConcrete || typeof typename !== "string" ? shape.typeName : typename;
}

/** Positions at or above a known fault. */
class ExplainedPositions {
  readonly #positions = new Set<string>();
  #read = 0;

  has(faults: readonly FieldFault[], position: Path): boolean {
    for (; this.#read < faults.length; this.#read++) {
      const path = faults[this.#read]?.path ?? [];
      for (let length = 1; length <= path.length; length++)
        this.#positions.add(JSON.stringify(path.slice(0, length)));
    }
    return this.#positions.has(JSON.stringify(position));
  }
}
