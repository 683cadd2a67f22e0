import { describe, expect, it } from "@jest/globals";
import { createHttpTransport } from "./http.ts";
import { askTransport, faultOf } from "../testing/ask-transport.ts";
import { type Behaviour, json, openTestServer, text } from "../testing/http-server.ts";

async function withServer<T>(
  behaviour: Behaviour,
  work: (transport: ReturnType<typeof createHttpTransport>) => Promise<T>,
): Promise<T> {
  await using server = await openTestServer(behaviour);
  const transport = createHttpTransport({
    name: "things",
    url: server.url,
    maxResponseBytes: 100_000,
  });
  try {
    return await work(transport);
  } finally {
    await transport.close();
  }
}

const ERRORS = { errors: [{ message: "No." }] };

describe("an answer over HTTP", () => {
  it.each<[string, Behaviour, object]>([
    ["of data", json({ data: { a: "é汉" } }), { data: { a: "é汉" } }],
    ["of data and errors", json({ data: null, ...ERRORS }), { data: null, ...ERRORS }],
    ["of errors with status 400", json(ERRORS, 400), ERRORS],
    ["of data with status 500", json({ data: { a: 1 } }, 500), { data: { a: 1 } }],
    ["of neither", json({}), {}],
    ["whose errors are null", json({ data: {}, errors: null }), { data: {}, errors: null }],
    [
      "in many pieces",
      (response) => {
        response.writeHead(200);
        const bytes = Buffer.from(JSON.stringify({ data: { a: "汉".repeat(1000) } }));
        const piece = (from: number): void => {
          if (from >= bytes.length) response.end();
          else response.write(bytes.subarray(from, from + 1001), () => piece(from + 1001));
        };
        piece(0);
      },
      { data: { a: "汉".repeat(1000) } },
    ],
  ])("is taken: %s", async (_shown, behaviour, expected) => {
    expect(await withServer(behaviour, (transport) => askTransport(transport))).toEqual(expected);
  });

  it.each<[string, Behaviour, RegExp]>([
    ["HTML with status 200", text("<html>"), /"things" answered with something that is no JSON/],
    ["HTML with status 500", text("<html>", 500), /status 500 and something that is no JSON/],
    ["HTML with status 404", text("<html>", 404), /status 404 and something that is no JSON/],
    ["JSON without data, status 502", json({ ok: false }, 502), /status 502 and JSON that is no/],
    ["nothing", text(""), /no JSON/],
    ["half of it", text('{"data":{"a":'), /no JSON/],
    ["a list", json([]), /JSON that is no GraphQL answer/],
    ["null", json(null), /JSON that is no GraphQL answer/],
    ["a text as data", json({ data: "a" }), /data that is no object/],
    ["a list as data", json({ data: [] }), /data that is no object/],
    ["a text as errors", json({ data: {}, errors: "a" }), /errors that are no list/],
    ["texts as errors", json({ data: {}, errors: ["a"] }), /errors that are no list of errors/],
    ["nulls as errors", json({ errors: [null] }), /errors that are no list of errors/],
    ["too many bytes", json({ data: "a".repeat(200_000) }), /more bytes than are read/],
  ])("is a fault: %s", async (_shown, behaviour, expected) => {
    expect(await withServer(behaviour, (transport) => faultOf(transport))).toMatch(expected);
  });

  it("is given up while it is read if it is too long", async () => {
    let written = 0;
    const endless: Behaviour = (response) => {
      response.writeHead(200);
      const more = (): void => {
        written += 10_000;
        if (!response.destroyed) response.write(" ".repeat(10_000), more);
      };
      more();
    };
    expect(await withServer(endless, (transport) => faultOf(transport))).toMatch(/more bytes/);
    expect(written).toBeLessThan(50_000_000);
  });
});
