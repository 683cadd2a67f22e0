import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { inTraditional } from "@alliance-hub/platform/words/traditional";
import { type TestHub, startHub } from "../../support/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ HUB_LANGUAGE: "zh-CN" });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

interface Told {
  readonly status: number;
  readonly language: string | null;
  readonly vary: string | null;
  readonly messages: readonly string[];
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
}

async function told(body: unknown, acceptLanguage?: string, path = "/graphql"): Promise<Told> {
  const answer = await fetch(`${hub.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...(acceptLanguage === undefined ? {} : { "accept-language": acceptLanguage }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const { errors = [] } = (await answer.json()) as {
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return {
    status: answer.status,
    language: answer.headers.get("content-language"),
    vary: answer.headers.get("vary"),
    messages: errors.map(({ message }) => message),
    extensions: errors.map(({ extensions }) => extensions),
  };
}

const HAN = /\p{Script=Han}/u;
const ENGLISH = /\b(?:the|is|of|not|must|that|with)\b/;

/** One request for each way in which a whole request can fail. */
const REQUESTS: readonly (readonly [name: string, body: unknown, path?: string])[] = [
  ["a document with a syntax error", { query: "{ viewer {" }],
  ["a field that does not exist", { query: "{ nobody }" }],
  ["no document", {}],
  ["a body that is no JSON", "{"],
  [
    "a token that is missing",
    {
      query:
        'mutation { endMembership(input: {id: "x", version: 1, reason: "x"}) { membership { id } } }',
    },
  ],
  ["an unknown address", {}, "/nowhere"],
  ["a document of too many tokens", { query: `{ ${"a ".repeat(3000)} }` }],
  ["a document that is too deep", { query: `{ ${"a { ".repeat(30)} b ${"}".repeat(30)} }` }],
];

describe("an error", () => {
  it.each(REQUESTS)(
    "for %s is told in the language asked for, with the same code",
    async (...on) => {
      const [, body, path] = on;
      const [english, simplified, traditional] = await Promise.all(
        ["en", "zh-CN", "zh-TW"].map((language) => told(body, language, path)),
      );
      if (!english || !simplified || !traditional) throw new Error("There is no answer");
      expect([english.language, simplified.language, traditional.language]).toEqual([
        "en",
        "zh-CN",
        "zh-Hant",
      ]);
      for (const { vary } of [english, simplified, traditional])
        expect(vary).toContain("accept-language");
      expect(english.messages.length).toBeGreaterThan(0);
      for (const message of english.messages) expect(message).not.toMatch(HAN);
      for (const message of simplified.messages) {
        expect(message).toMatch(HAN);
        expect(message).not.toMatch(ENGLISH);
      }
      expect(traditional.messages).toEqual(simplified.messages.map(inTraditional));
      for (const other of [simplified, traditional]) {
        expect(other.status).toBe(english.status);
        expect(other.extensions.map(({ original: _original, ...rest }) => rest)).toEqual(
          english.extensions,
        );
      }
      expect(JSON.stringify(english)).not.toContain("chinese");
    },
  );

  it("has what graphql-js says of it beside the Chinese, for programmers", async () => {
    const { extensions } = await told({ query: "{ nobody }" });
    expect(extensions[0]).toMatchObject({
      code: "GRAPHQL_VALIDATION_FAILED",
      original: 'Cannot query field "nobody" on type "Query".',
    });
  });

  it.each([
    [undefined, "zh-CN"],
    ["*", "zh-CN"],
    ["fr", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-Hans-SG", "zh-CN"],
    ["zh-HK,en;q=0.5", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["en-GB,zh;q=0.9", "en"],
    ["zh;q=0.2, en;q=0.7", "en"],
    ["en;q=0, zh-TW", "zh-Hant"],
  ])("for Accept-Language %s is in %s", async (header, language) => {
    expect((await told({ query: "{ nobody }" }, header)).language).toBe(language);
  });
});

it("an answer without errors depends on no language", async () => {
  const answer = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  expect(answer.headers.get("content-language")).toBeNull();
  expect(answer.headers.get("vary")).toBeNull();
});
