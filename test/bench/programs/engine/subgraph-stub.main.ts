// Both subgraphs of the measuring graph, on two ports of one process: they answer bytes that are
// ready and look for nothing in a request but what must be known to pick them.
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { PAGES, cursorOf, providers, resourcesOf } from "../../engine/answers.ts";

const pages = new Map(
  [...Array(PAGES).keys()].map((page) => [cursorOf(page), bytes({ resources: resourcesOf(page) })]),
);
const cursorLength = cursorOf(0).length;
/** By response key and number of representations. */
const entities = new Map<string, Buffer>();

for (const port of [process.env["PORT"], process.env["ORGANIZATIONS_PORT"]]) {
  createServer(serve).listen(Number(port), "127.0.0.1");
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "POST") {
    response.end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = answerTo(Buffer.concat(chunks).toString("latin1"));
    response.writeHead(answer ? 200 : 400, {
      "content-type": "application/json",
      "content-length": answer?.length ?? 0,
    });
    response.end(answer);
  });
}

/** @returns undefined for a page that there is not. */
function answerTo(body: string): Buffer | undefined {
  if (body.includes("_entities")) return entitiesFor(body);
  const at = body.indexOf("page-");
  return pages.get(body.slice(at, at + cursorLength));
}

/**
 * A planner may give the field an alias, behind a line's end as JSON writes it or not. A
 * representation names its type in a way in which the query's text cannot.
 */
function entitiesFor(body: string): Buffer {
  const key = /(?:\\n)*(\w+)\s*:\s*_entities\b/.exec(body)?.[1] ?? "_entities";
  const count = countOf('"__typename":"Organization"', body);
  const known = entities.get(`${key} ${count}`);
  if (known) return known;
  const made = bytes({ [key]: providers(count) });
  entities.set(`${key} ${count}`, made);
  return made;
}

function countOf(text: string, body: string): number {
  let count = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) count += 1;
  return count;
}

function bytes(data: object): Buffer {
  return Buffer.from(JSON.stringify({ data }));
}
