import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  findBreakingChanges,
  parse,
  validate,
} from "graphql";
import { clientSchema, graphFiles } from "./graph.ts";

const faults: string[] = [];
const files = graphFiles();
for (const [name, text] of files) {
  const committed = await readFile(new URL(name, import.meta.url), "utf8").catch(() => "");
  if (committed !== text)
    faults.push(
      `schema/${name} is not what the code gives. Run npm run schema and commit the result.`,
    );
}
const schema = clientSchema(files.get("supergraph.graphql") ?? "");
faults.push(
  ...contractFaults(
    schema,
    parse(await readFile(new URL("client-operations.graphql", import.meta.url), "utf8")),
  ),
);
const before = lastCommitted();
const accepted = new Set(await acceptedChanges());
if (before !== undefined) {
  for (const { description } of findBreakingChanges(clientSchema(before), schema)) {
    if (!accepted.has(description)) faults.push(`breaks clients: ${description}`);
  }
}
if (faults.length > 0) {
  console.error(`The schema check failed:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  process.exitCode = 1;
} else {
  console.log(
    `The schema check passed: ${files.size} files as committed, the client contract valid, nothing broken since the last commit.`,
  );
}

/**
 * Accepted breaking changes: the lines of `accepted-breaking-changes.txt`, in the words of the check, each with
 * its reason in a comment above it.
 */
async function acceptedChanges(): Promise<string[]> {
  const text = await readFile(new URL("accepted-breaking-changes.txt", import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** Each operation of the contract must be valid on its own. */
function contractFaults(served: GraphQLSchema, contract: DocumentNode): string[] {
  return contract.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = definition.name?.value ?? "an operation without a name";
    const errors = validate(served, { ...contract, definitions: [definition] });
    return errors.map((error) => `${name} of the client contract: ${error.message}`);
  });
}

/**
 * The previous supergraph: that of HEAD if there are uncommitted changes to it, otherwise that of the commit
 * before its last change. Undefined if git or that commit is not available.
 */
function lastCommitted(): string | undefined {
  const git = (...words: string[]): string =>
    execFileSync("git", words, {
      cwd: import.meta.dirname,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    const changed = git("status", "--porcelain", "--", "supergraph.graphql").trim() !== "";
    const revision = changed
      ? "HEAD"
      : git("rev-list", "--max-count=2", "HEAD", "--", "supergraph.graphql").trim().split("\n")[1];
    return revision ? git("show", `${revision}:./supergraph.graphql`) : undefined;
  } catch {
    return undefined;
  }
}
