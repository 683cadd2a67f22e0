import { writeFile } from "node:fs/promises";
import { operation } from "../support/contract.ts";
import { ask, nodesOf } from "../support/ask.ts";

/** Number of distinct requests; more than any cache of answers would be forgiven for. */
const REQUESTS = 2000;
const KINDS = ["VENUE", "EQUIPMENT", "EXPERTISE", "SERVICE"];

/**
 * Writes the requests of the benchmark: `SharedResources` with a random place, random kinds and a
 * random page (the cursor of one of the first pages of that filter, asked from a running hub).
 */
export async function writeRequests(hubUrl: string, file: string): Promise<void> {
  const query = operation("SharedResources");
  const places = await placesOf(hubUrl);
  const lines: string[] = [];
  for (let i = 0; lines.length < REQUESTS; i++) {
    const kinds = KINDS.filter(() => Math.random() < 0.5);
    const filter = { regionCode: pick(places), ...(kinds.length > 0 ? { kinds } : {}) };
    let after: string | null = null;
    for (let page = 0; page < 3 && lines.length < REQUESTS; page++) {
      lines.push(JSON.stringify({ query, variables: { filter, first: 20, after } }));
      const { data, codes } = await ask(hubUrl, { query, variables: { filter, first: 20, after } });
      if (codes.length > 0) throw new Error(`SharedResources was refused: ${codes.join(", ")}`);
      const info = data["resources"]?.["pageInfo"] as unknown as {
        hasNextPage: boolean;
        endCursor: string;
      };
      if (!info.hasNextPage) break;
      after = info.endCursor;
    }
  }
  await writeFile(file, `${lines.join("\n")}\n`);
}

/** Codes of the measuring district's streets and communities. */
async function placesOf(hubUrl: string): Promise<string[]> {
  const { data } = await ask(hubUrl, {
    query:
      '{ regions(filter: { within: "990001", levels: [STREET, COMMUNITY] }, first: 100) { nodes { code } } }',
  });
  const codes = nodesOf(data, "regions").map(({ code }) => String(code));
  if (codes.length === 0)
    throw new Error("There is no measuring data. The benchmark loads it with npm run demo.");
  return codes;
}

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from");
  return value;
}
