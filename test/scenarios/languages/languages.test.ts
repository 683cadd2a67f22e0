import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { inTraditional } from "@alliance-hub/platform/words/traditional";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { committeeOf, unitOf } from "../../support/people.ts";
import { openDialogue } from "../../support/socket.ts";
import { type TestHub, startHub } from "../../support/hub.ts";

const LIAISON = "445202-liaison-1";

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

describe("everything that is wrong with an input", () => {
  const wrong = {
    organizationId: unitOf(LIAISON),
    kind: "SERVICE",
    audience: "PUBLIC",
    title: "",
    description: "联系 13800138000",
    quantity: 0,
    neededBy: "2020-01-01",
  };

  it("is told at once, each at its place, in one language and with the same codes", async () => {
    const told = async (language: string) => {
      const answer = await ask(hub.url, {
        query: operation("PostNeed"),
        variables: { input: wrong },
        token: await hub.tokenOf(LIAISON),
        headers: { "accept-language": language },
      });
      const [error] = answer.errors;
      if (!error) throw new Error("There is no error");
      return error;
    };
    const [english, simplified, traditional] = [
      await told("en"),
      await told("zh"),
      await told("zh-TW"),
    ];
    const places = ["title", "description", "quantity", "neededBy"].map((name) => ["input", name]);
    for (const { extensions, message } of [english, simplified, traditional]) {
      const { faults = [] } = extensions;
      expect(extensions.code).toBe("BAD_USER_INPUT");
      expect(faults).toHaveLength(places.length);
      expect(faults.map(({ path }) => path)).toEqual(expect.arrayContaining(places));
      for (const fault of faults) {
        expect(Object.keys(fault).toSorted()).toEqual(["code", "message", "path"]);
        expect(fault.code).toBe("BAD_USER_INPUT");
        expect(message).toContain(fault.message);
      }
    }
    for (const { message } of english.extensions.faults ?? []) expect(message).not.toMatch(HAN);
    const chinese = (simplified.extensions.faults ?? []).map(({ message }) => message);
    for (const message of chinese) expect(message).not.toMatch(/[A-Za-z]/);
    expect(chinese).toContain("标题没有填写。请至少写一个字。");
    expect((traditional.extensions.faults ?? []).map(({ message }) => message)).toEqual(
      chinese.map(inTraditional),
    );
  });

  it("that graphql-js finds has its place, too", async () => {
    const answer = await ask(hub.url, {
      query: operation("PostNeed"),
      variables: { input: { kind: "NOTHING", audience: "PUBLIC", title: 3 } },
      headers: { "accept-language": "zh" },
    });
    const faults = answer.errors.flatMap((error) => error.extensions.faults);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: ["input", "organizationId"], message: "单位必须填写。" }),
        expect.objectContaining({
          path: ["input", "kind"],
          message: expect.stringMatching(/^类型“NOTHING”不是可选的值。可选：VENUE（场地）、/),
        }),
        expect.objectContaining({
          path: ["input", "title"],
          message: "标题的写法不对。请按接口说明填写。",
        }),
      ]),
    );
  });
});

describe("a field whose word depends on its type", () => {
  const messageOf = async (query: string, input: object, as?: string): Promise<string[]> => {
    const token = as === undefined ? {} : { token: await hub.tokenOf(as) };
    const headers = { "accept-language": "zh" };
    const answer = await ask(hub.url, { query, variables: { input }, headers, ...token });
    return answer.errors.map(({ message }) => message);
  };

  it("is named by what it means there, whoever finds the fault", async () => {
    const seat =
      "mutation ($input: AppointSeatInput!) { appointSeat(input: $input) { seat { id } } }";
    const given = {
      committeeId: committeeOf("445202-secretary"),
      organizationId: unitOf(LIAISON),
      holderName: "委员 017",
      role: "MEMBER",
    };
    expect(await messageOf(seat, { ...given, since: 3 })).toEqual([
      "任职日期的写法不对。请按接口说明填写。",
    ]);
    const [early] = await messageOf(seat, { ...given, since: "1900-01-01" }, "445202-secretary");
    expect(early).toMatch(/任职日期为1900年/);
    const filter =
      "query ($input: AuditEntryFilter!) { auditEntries(filter: $input) { totalCount } }";
    expect(await messageOf(filter, { since: 3 })).toEqual([
      "起始时间的写法不对。请按接口说明填写。",
    ]);
    const replay =
      "mutation ($input: ReplayWebhookEndpointInput!) { replayWebhookEndpoint(input: $input) { endpoint { id } } }";
    expect(await messageOf(replay, { id: "x", since: 3 })).toEqual([
      "起始时间的写法不对。请按接口说明填写。",
    ]);
  });
});

describe("a stream", () => {
  const query = 'subscription { activityUpdates(after: "nowhere") { id } }';

  it("tells of errors in the language of its request", async () => {
    for (const [language, code] of [
      ["en", /is not a position of this log/],
      ["zh-CN", /起始位置不是日志中的位置/],
      ["zh-HK", /起始位置不是日誌中的位置/],
    ] as const) {
      const answer = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
          "accept-language": language,
        },
        body: JSON.stringify({ query }),
      });
      const text = await answer.text();
      expect(text).toMatch(code);
      expect(text).not.toContain("chinese");
    }
  });

  it("over a WebSocket does so as well, and as connection_init asks", async () => {
    for (const [headers, payload, message] of [
      [{ "accept-language": "en" }, {}, /is not a position of this log/],
      [{}, {}, /起始位置不是日志中的位置/],
      [{}, { "accept-language": "zh-TW" }, /起始位置不是日誌中的位置/],
    ] as const) {
      using dialogue = await openDialogue(hub.url, { headers });
      dialogue.say({ type: "connection_init", payload });
      await dialogue.until(({ type }) => type === "connection_ack");
      dialogue.say({ type: "subscribe", id: "1", payload: { query } });
      const told = await dialogue.until(({ id }) => id === "1");
      expect(JSON.stringify(told.payload)).toMatch(message);
      expect(JSON.stringify(told.payload)).not.toContain("chinese");
    }
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
