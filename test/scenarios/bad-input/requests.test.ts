import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type GraphQLInputType,
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { Client } from "pg";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { UNKNOWN_ID, unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: UNKNOWN_ID,
  Int: 1,
  Boolean: true,
  Date: "2027-01-01",
  DateTime: "2027-01-01T09:00:00+08:00",
};

/** A value of a type, with what is required and no more. */
function sample(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const { ofType } = type;
  if (isListType(ofType)) return [sample(ofType.ofType)];
  if (isEnumType(ofType)) return ofType.getValues()[0]?.name;
  if (!isInputObjectType(ofType)) return SCALARS[ofType.name] ?? "文字";
  const fields = Object.values(ofType.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(fields.map((field) => [field.name, sample(field.type)]));
}

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  return await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
}

describe("a request over HTTP", () => {
  it("whose body is compressed is told to come without that", async () => {
    const body = Uint8Array.from(gzipSync(JSON.stringify({ query: "{ viewer { subject } }" })));
    const answer = await post(body, { "content-encoding": "gzip" });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('Content-Encoding "gzip"'),
          extensions: { code: "BAD_USER_INPUT" },
        },
      ],
    });
    const plain = JSON.stringify({ query: "{ viewer { subject } }" });
    expect((await post(plain, { "content-encoding": "identity" })).status).toBe(200);
  });

  it("is answered with JSON that a browser takes for nothing else", async () => {
    for (const path of ["/graphql?query={__typename}", "/health/live", "/nowhere"]) {
      const headers = { "apollo-require-preflight": "1" };
      const answer = await fetch(`${hub.url}${path}`, { headers });
      expect([path, answer.headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
    }
  });

  it("has an id of the hub's own in the audit log, whatever the client calls it", async () => {
    const input = {
      providerId: unitOf(LIAISON),
      title: "会议室",
      kind: "VENUE",
      audience: "PUBLIC",
      publish: true,
    };
    const body = JSON.stringify({ query: operation("ShareResource"), variables: { input } });
    const answer = await post(body, {
      authorization: `Bearer ${await hub.tokenOf(LIAISON)}`,
      "x-request-id": "chosen-by-the-client",
    });
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    const { data } = (await answer.json()) as {
      data: { shareResource: { resource: { id: string } } };
    };
    const admin = new Client({ connectionString: hub.databaseUrl });
    await admin.connect();
    const { rows } = await admin.query("select request_id from audit.entry where record_id = $1", [
      data.shareResource.resource.id,
    ]);
    await admin.end();
    expect(rows).toEqual([{ request_id: id }]);
  });
});

describe("whoever is not signed in", () => {
  it("is told to sign in by every mutation, before anything is looked up", async () => {
    const { data } = await hub.ask(getIntrospectionQuery());
    const schema = buildClientSchema(data as never);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const told = [];
    for (const { name, args } of mutations) {
      const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
      const values = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const query = `mutation (${variables}) { ${name}(${values}) { __typename } }`;
      const given = Object.fromEntries(args.map((arg) => [arg.name, sample(arg.type)]));
      const { codes } = await hub.ask(query, given);
      told.push([name, ...codes]);
    }
    expect(told).toEqual(mutations.map(({ name }) => [name, "UNAUTHENTICATED"]));
    expect(told.length).toBeGreaterThan(30);
  });
});
