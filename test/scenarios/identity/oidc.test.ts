import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SignJWT, exportJWK, generateKeyPair } from "jose";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { person, unitOf } from "../../support/people.ts";

const NAME = "445202-liaison-1";

let issuer: Server;
let issuerUrl: string;
let sign: (audience?: string) => Promise<string>;
let hub: TestHub;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  issuer = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      "/.well-known/openid-configuration": { issuer: issuerUrl, jwks_uri: `${issuerUrl}/keys` },
      "/keys": { keys: [jwk] },
    };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers[request.url ?? ""] ?? {}));
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  sign = (audience = "district-hub") =>
    new SignJWT({})
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setSubject(person(NAME).subject)
      .setIssuer(issuerUrl)
      .setAudience(audience)
      .setExpirationTime("5m")
      .sign(privateKey);
  hub = await startHub({ OIDC_ISSUER: issuerUrl, OIDC_AUDIENCE: "district-hub" });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await new Promise((resolve) => issuer.close(resolve));
});

describe("a sign-in of one's own", () => {
  it("tells who is asking by the issuer's published keys", async () => {
    const answer = await ask(hub.url, { query: operation("Me"), token: await sign() });
    expect(answer.data["viewer"]).toMatchObject({
      subject: person(NAME).subject,
      organization: { id: unitOf(NAME) },
    });
  });

  it("refuses its tokens for another audience, and the demonstration's own", async () => {
    const other = await ask(hub.url, { query: operation("Me"), token: await sign("another") });
    expect([other.status, other.codes]).toEqual([401, ["UNAUTHENTICATED"]]);
    const demonstration = await hub.ask(operation("Me"), {}, NAME);
    expect([demonstration.status, demonstration.codes]).toEqual([401, ["UNAUTHENTICATED"]]);
  });

  it("that cannot be reached is no fault of the client: it is asked to try again", async () => {
    // Nobody listens there any more.
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const OIDC_ISSUER = `http://127.0.0.1:${port}`;
    await using away = await startHub({ OIDC_ISSUER, OIDC_AUDIENCE: "district-hub" });
    const response = await fetch(`${away.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await sign()}` },
      body: JSON.stringify({ query: operation("Me") }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await response.json()).toMatchObject({
      errors: [
        { extensions: { code: "SUBGRAPH_UNAVAILABLE" }, message: expect.stringMatching(/sign-in/) },
      ],
    });
  });

  it("serves no introspection and no explorer unless asked to", async () => {
    expect((await hub.ask("{ __schema { queryType { name } } }")).status).toBe(400);
    const examples = await fetch(`${hub.url}/explorer/examples.json`);
    expect(examples.status).toBe(404);
    const page = await fetch(`${hub.url}/explorer`, { headers: { accept: "text/html" } });
    expect(await page.text()).not.toContain('id="explorer"');
  });
});
