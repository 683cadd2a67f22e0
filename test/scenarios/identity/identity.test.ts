import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  readPartnerKeys,
  partnerKeysFile,
} from "@alliance-hub/gateway/demonstration/demonstration";
import { type JWK, SignJWT, UnsecuredJWT, generateKeyPair, importJWK } from "jose";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { person, unitOf } from "../../support/people.ts";

type SigningKey = Awaited<ReturnType<typeof importJWK>>;

const NAME = "445202-liaison-1";

let hub: TestHub;
let key: SigningKey;
beforeAll(async () => {
  hub = await startHub();
  key = await importJWK(
    JSON.parse(await readFile(join(hub.dataDirectory, "demonstration-key.json"), "utf8")) as JWK,
    "ES256",
  );
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const me = (token: string) => ask(hub.url, { query: operation("Me"), token });

/** A token like those of the hub, with something changed. */
function token(change: {
  audience?: string;
  issuer?: string;
  expires?: number;
  subject?: string;
  key?: SigningKey;
}): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "ES256" })
    .setSubject(change.subject ?? person(NAME).subject)
    .setIssuer(change.issuer ?? "alliance-hub-demonstration")
    .setAudience(change.audience ?? "alliance-hub")
    .setExpirationTime(change.expires ?? Math.floor(Date.now() / 1000) + 60)
    .sign(change.key ?? key);
}

describe("who is asking", () => {
  it("nobody, without a token", async () => {
    const answer = await hub.ask(operation("Me"));
    expect(answer.data).toEqual({
      viewer: { subject: null, kind: "ANONYMOUS", organization: null, roles: [] },
    });
  });

  it("a person, with the unit acted for and the roles that the records give", async () => {
    const answer = await hub.ask(operation("Me"), {}, NAME);
    expect(answer.data["viewer"]).toMatchObject({
      kind: "PERSON",
      subject: person(NAME).subject,
      organization: { id: unitOf(NAME) },
    });
    expect(answer.data["viewer"]?.["roles"]).toMatchObject([{ role: "LIAISON" }]);
  });

  it("a secretary, with the committee", async () => {
    const answer = await hub.ask(operation("Me"), {}, "445202-secretary");
    expect(answer.data["viewer"]?.["roles"]).toContainEqual({
      role: "SECRETARY",
      committee: expect.objectContaining({
        id: person("445202-secretary").roles.find(({ role }) => role === "SECRETARY")?.committeeId,
      }),
    });
  });

  it("a partner system, by its key", async () => {
    const keys = await readPartnerKeys(partnerKeysFile(hub.dataDirectory));
    const answer = await me(keys["445202-partner"] ?? "");
    expect(answer.data["viewer"]).toMatchObject({ kind: "PARTNER" });
    const booking = await ask(hub.url, {
      query: operation("ShareResource"),
      variables: {
        input: {
          providerId: answer.data["viewer"]?.["organization"]?.["id"],
          title: "x",
          kind: "VENUE",
          audience: "PUBLIC",
          publish: true,
        },
      },
      token: keys["445202-partner"] ?? "",
    });
    expect(booking.codes).toEqual(["FORBIDDEN"]);
  });
});

describe("a token that is not good is UNAUTHENTICATED, never anonymous", () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ["expired", () => token({ expires: Math.floor(Date.now() / 1000) - 60 }), /expired/],
    ["for another audience", () => token({ audience: "another-hub" }), /audience/],
    ["with a partner's subject", () => token({ subject: "partner:445202-partner" }), /reserved/],
    ["with a feed's subject", () => token({ subject: "Calendar-Feed:1" }), /reserved/],
    ["from another issuer", () => token({ issuer: "somebody" }), /issuer/],
    [
      "signed with another key",
      async () => token({ key: (await generateKeyPair("ES256")).privateKey }),
      /signed/,
    ],
    [
      "unsigned",
      async () =>
        new UnsecuredJWT({})
          .setSubject("demo:x")
          .setIssuer("alliance-hub-demonstration")
          .setAudience("alliance-hub")
          .setExpirationTime("1h")
          .encode(),
      /signed|JWT/,
    ],
    [
      "signed with a symmetric algorithm",
      () =>
        new SignJWT({})
          .setProtectedHeader({ alg: "HS256" })
          .setSubject("x")
          .setIssuer("alliance-hub-demonstration")
          .setAudience("alliance-hub")
          .setExpirationTime("1h")
          .sign(new TextEncoder().encode("alliance-hub-demonstration-secret")),
      /algorithm|signed/,
    ],
    ["no token at all", async () => "nonsense", /JWT/],
    ["an unknown partner key", async () => "hubp_nonsense", /partner key/],
  ])("%s", async (_what, make, message) => {
    const answer = await me(await make());
    expect([answer.status, answer.codes]).toEqual([401, ["UNAUTHENTICATED"]]);
    expect(answer.errors[0]?.message).toMatch(message);
  });

  it("another scheme", async () => {
    const answer = await ask(hub.url, {
      query: operation("Me"),
      headers: { authorization: "Basic eDp5" },
    });
    expect(answer.codes).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("secrets", () => {
  it("are in files that only their owner reads", async () => {
    const { stat } = await import("node:fs/promises");
    for (const file of ["demonstration-key.json", "demonstration-partners.json"]) {
      expect((await stat(join(hub.dataDirectory, file))).mode & 0o777).toBe(0o600);
    }
  });
});
