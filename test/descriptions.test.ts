import { beforeAll, describe, expect, it } from "@jest/globals";
import { type ASTNode, type DocumentNode, type StringValueNode, parse, visit } from "graphql";
import { readDocument } from "./support/guide.ts";

interface Element {
  /** Where it stands, such as `Query.activity.id`. */
  readonly path: string;
  readonly description: string | undefined;
}

let elements: readonly Element[];
beforeAll(async () => {
  elements = elementsOf(parse(await readDocument("schema/api.graphql")));
});

/** Whatever may have a description: types, fields, arguments, input fields, enum values, scalars. */
function elementsOf(schema: DocumentNode): readonly Element[] {
  const found: Element[] = [];
  const path: string[] = [];
  visit(schema, {
    enter(node: ASTNode & { readonly description?: StringValueNode | undefined }) {
      if (!node.kind.endsWith("Definition") || !("name" in node) || !node.name) return;
      path.push(node.name.value);
      found.push({ path: path.join("."), description: node.description?.value });
    },
    leave(node: ASTNode) {
      if (node.kind.endsWith("Definition") && "name" in node && node.name) path.pop();
    },
  });
  return found;
}

describe("every element of the schema", () => {
  it("has a description", () => {
    expect(elements.length).toBeGreaterThan(1_000);
    const missing = elements.filter(({ description }) => !description).map(({ path }) => path);
    expect(missing).toEqual([]);
  });

  it("is described in Chinese, then in English", () => {
    // Chinese sentences end with a full stop of their own; after the last of them comes English alone.
    const other = elements.filter(
      ({ description }) =>
        description && !/^[^。]*\p{Script=Han}[^]*。[^。]*[A-Za-z]{2}[^。]*\.$/u.test(description),
    );
    expect(other).toEqual([]);
  });
});
