import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "@jest/globals";

const SCHEMA = new URL("../../schema/", import.meta.url);

/** Runs an expression on a module of `schema/`, which Node.js runs as it is written. */
async function evaluate(file: string, expression: string): Promise<unknown> {
  const script = `const module = await import("./${file}");
    const graphql = await import("graphql");
    console.log(JSON.stringify(${expression}));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: fileURLToPath(SCHEMA) },
  );
  return JSON.parse(stdout);
}

it("an element that two subgraphs describe in different words is named, with both", async () => {
  const subgraphs = [
    {
      name: "a",
      sdl: '"one" type T { "same" f("here" x: Int): Int } enum E { "left" L }',
    },
    { name: "b", sdl: '"other" type T { "same" f("there" x: Int): Int } enum E { L }' },
    { name: "c", sdl: 'extend type T { "same" f(x: Int): Int }' },
  ];
  expect(
    await evaluate("descriptions.ts", `module.differingDescriptions(${JSON.stringify(subgraphs)})`),
  ).toEqual(['T: "one" (a), "other" (b)', 'T.f.x: "here" (a), "there" (b)']);
});

it("a supergraph is printed by name, whatever order it comes in, and means the same", async () => {
  const sdl = `
    """
    type a: not a definition, but a description
    type B @x {
    """
    type B @j(g: A) @j(g: B) { """first""" one: Int """second""" two(a: Int """b""" b: Int): Int three: Int }
    scalar a @j(g: A)
    directive @j(g: String) repeatable on OBJECT | SCALAR | UNION
    schema @j(g: A) { query: B }
    union u @j(g: A) = B`;
  expect(
    await evaluate(
      "print-supergraph.ts",
      `module.printSupergraph(graphql.parse(${JSON.stringify(sdl)}))`,
    ),
  ).toBe(`schema
  @j(g: A)
{
  query: B
}

directive @j(g: String) repeatable on OBJECT | SCALAR | UNION

scalar a
  @j(g: A)

"""
type a: not a definition, but a description
type B @x {
"""
type B
  @j(g: A)
  @j(g: B)
{
  """first"""
  one: Int

  """second"""
  two(
    a: Int

    """b"""
    b: Int
  ): Int
  three: Int
}

union u
  @j(g: A) = B`);
});
