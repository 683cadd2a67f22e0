import { isObject } from "@alliance-hub/platform/json/is-object";
import type { Data } from "../plan/run.ts";
import type { Completion, GeneratedCode, Selection, Shape, ShapeField } from "./shape.ts";

/** Selections are worth code of their own from so many objects on. */
const WORTHWHILE = 50;

/** Most fields that code is made for in one go; more make it slow to compile. */
const MOST_FIELDS = 500;

type Complete = (value: unknown) => Data | undefined;

/**
 * Code for a selection, made once it has proved to be in use. Code that names its fields reads and
 * makes objects several times faster than code that is told the names, because the engine beneath
 * learns where each one stands. It holds no text but the schema's and document's own names, quoted.
 */
export function generate(selection: Selection): GeneratedCode {
  const byType = new Map<string, Complete>();
  let asked = 0;
  return {
    complete: (value) => {
      if (asked < WORTHWHILE) {
        asked += 1;
        return undefined;
      }
      const typename = selection.isAbstract && isObject(value) ? value["__typename"] : undefined;
      const typeName = typeof typename === "string" ? typename : selection.typeName;
      const known = byType.get(typeName);
      if (known) return known(value);
      const shape = selection.shapeFor(typeName);
      if (!shape) return undefined;
      const made = compile(shape) ?? leave;
      byType.set(typeName, made);
      return made(value);
    },
  };
}

const leave: Complete = () => undefined;

/** @returns undefined if a shape holds something that is always left to the projection. */
function compile(shape: Shape): Complete | undefined {
  const code = new Code();
  const name = code.object(shape);
  if (name === undefined) return undefined;
  // oxlint-disable-next-line typescript/no-implied-eval -- every text in it is a quoted name or made here
  return new Function("given", `"use strict";\n${code.functions.join("\n")}\nreturn ${name};`)(
    code.given,
  ) as Complete;
}

/** Functions of one object each; `given` are the values that they refer to. */
class Code {
  readonly functions: string[] = [];
  readonly given: unknown[] = [];
  #fields = 0;
  #variables = 0;

  /** Adds the function that completes objects of a shape. @returns its name. */
  object({ fields, typeName, isConcrete }: Shape): string | undefined {
    this.#fields += fields.length;
    if (this.#fields > MOST_FIELDS || !fields.every(isUsual)) return undefined;
    const lines: string[] = [];
    const members: string[] = [];
    for (const { name, sourceName, source, completion } of fields) {
      const variable = this.#variable();
      members.push(`${JSON.stringify(name)}: ${variable}`);
      if (source === "typename") {
        const own = JSON.stringify(typeName);
        lines.push(
          isConcrete
            ? `const ${variable} = ${own};`
            : `const ${variable} = typeof object.__typename === "string" ? object.__typename : ${own};`,
        );
        continue;
      }
      const lineOf = this.#completion(completion, variable);
      if (lineOf === undefined) return undefined;
      lines.push(`let ${variable} = object[${JSON.stringify(sourceName)}];`, lineOf);
    }
    const name = `complete${this.functions.length}`;
    this.functions.push(
      `function ${name}(object) {
        if (typeof object !== "object" || object === null || Array.isArray(object)) return;
        ${lines.join("\n")}
        return { ${members.join(", ")} };
      }`,
    );
    return name;
  }

  /** Completes the value of a variable in place, or returns from the function. */
  #completion(completion: Completion, variable: string): string | undefined {
    const whenNull = completion.nonNull ? "return;" : `${variable} = null;`;
    const inner = this.#present(completion, variable);
    return (
      inner &&
      `if (${variable} === null || ${variable} === undefined) { ${whenNull} } else { ${inner} }`
    );
  }

  #present(completion: Completion, variable: string): string | undefined {
    switch (completion.kind) {
      case "leaf":
        return `if (!(${this.#isPlain(completion.plain, variable)})) return;`;
      case "list": {
        const [list, item, index] = [this.#variable(), this.#variable(), this.#variable()];
        const inner = this.#completion(completion.item, item);
        return (
          inner &&
          `if (!Array.isArray(${variable})) return;
          const ${list} = [];
          for (let ${index} = 0; ${index} < ${variable}.length; ${index}++) {
            let ${item} = ${variable}[${index}];
            ${inner}
            ${list}.push(${item});
          }
          ${variable} = ${list};`
        );
      }
      case "object": {
        const complete = this.#selection(completion.selection);
        return (
          complete &&
          `${variable} = ${complete}(${variable});
          if (${variable} === undefined) return;`
        );
      }
    }
  }

  #selection(selection: Selection): string | undefined {
    if (selection.isAbstract) return `${this.#give(selection.generated)}.complete`;
    const shape = selection.shapeFor(selection.typeName);
    return shape && this.object(shape);
  }

  #isPlain(plain: Extract<Completion, { kind: "leaf" }>["plain"], variable: string): string {
    switch (plain) {
      case "anything":
        return "true";
      case "integer":
        return `typeof ${variable} === "number" && ${variable} === (${variable} | 0)`;
      case "number":
        return `Number.isFinite(${variable})`;
      case "string":
      case "boolean":
        return `typeof ${variable} === "${plain}"`;
      default:
        return `${this.#give(plain)}.has(${variable})`;
    }
  }

  #give(value: unknown): string {
    return `given[${this.given.push(value) - 1}]`;
  }

  #variable(): string {
    return `v${this.#variables++}`;
  }
}

/** Whether a field can be read and written by its name, and comes from a subgraph. */
function isUsual({ name, denied, withheld, source, isInherited }: ShapeField): boolean {
  const isGiven = denied === undefined && withheld === undefined;
  return isGiven && source !== "ready" && !isInherited && name !== "__proto__";
}
