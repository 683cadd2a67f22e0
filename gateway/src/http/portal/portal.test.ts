import { afterEach, describe, expect, test } from "@jest/globals";
import Fastify, { type FastifyInstance } from "fastify";
import { ASSET_FOLDERS, readPortalAssets } from "./assets.ts";
import { chooseScript } from "./choose-script.ts";
import { portal } from "./portal.ts";
import type { PortalSignIn } from "./sign-in.ts";

const browser = { accept: "text/html,*/*;q=0.8" };
let app: FastifyInstance;

async function start(signIn: PortalSignIn = { kind: "none" }): Promise<void> {
  app = Fastify();
  await app.register(portal, { signIn });
  app.get("/graphql", () => "graph");
}
afterEach(() => app.close());

describe("pages", () => {
  test.each(["/", "/resources", "/resources/1?day=2026-01-01", "/nowhere"])(
    "%s is the portal, for browsers",
    async (url) => {
      await start();
      const { statusCode, headers, body } = await app.inject({ url, headers: browser });
      expect([statusCode, headers["cache-control"]]).toEqual([200, "no-cache"]);
      expect(body).toContain('<div id="portal">');
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("; frame-ancestors 'none'");
    },
  );

  test("programs are pointed to the graph, and told of what is not there", async () => {
    await start();
    const root = await app.inject({ url: "/", headers: { accept: "*/*" } });
    expect(root.json()).toEqual({ name: "联盟枢纽 Alliance Hub", graphql: "/graphql" });
    expect((await app.inject({ url: "/nowhere" })).statusCode).toBe(404);
  });

  test("what another route answers is left to it", async () => {
    await start();
    expect((await app.inject({ url: "/graphql", headers: browser })).body).toBe("graph");
  });
});

describe("files", () => {
  test("may be kept for ever and come compressed", async () => {
    await start();
    for (const { script, styles } of Object.values(await readPortalAssets()))
      for (const file of [script, ...styles]) {
        const url = `/assets/${file}`;
        const { statusCode, headers } = await app.inject({
          url,
          headers: { "accept-encoding": "br" },
        });
        expect(statusCode).toBe(200);
        expect(headers).toMatchObject({
          "cache-control": "public, max-age=31536000, immutable",
          "content-encoding": "br",
        });
      }
    expect(ASSET_FOLDERS).toHaveLength(2);
  });
});

describe("the script", () => {
  test.each([
    [{}, "hans"],
    [{ "accept-language": "en-GB,en;q=0.9" }, "hans"],
    [{ "accept-language": "zh-CN,zh;q=0.9,zh-TW;q=0.8" }, "hans"],
    [{ "accept-language": "zh-TW,zh;q=0.9" }, "hant"],
    [{ "accept-language": "en,zh-Hant-HK;q=0.9" }, "hant"],
    [{ "accept-language": "zh-CN", cookie: "a=b; script=hant" }, "hant"],
    [{ "accept-language": "zh-TW", cookie: "script=hans" }, "hans"],
    [{ "accept-language": "zh-TW", cookie: "script=latin" }, "hant"],
  ] as const)("for %j is %s", async (headers, script) => {
    await start();
    expect(chooseScript(headers)).toBe(script);
    const { body } = await app.inject({ url: "/", headers: { ...browser, ...headers } });
    expect(body).toContain(`<html lang="zh-${script === "hans" ? "Hans" : "Hant"}">`);
  });
});

describe("signing in", () => {
  const person = { name: "001-liaison", place: "某区", roles: [{ role: "联络员", of: "某单位" }] };
  const demonstration: PortalSignIn = {
    kind: "demonstration",
    people: [person],
    tokenFor: async (name) => (name === person.name ? "token" : undefined),
  };
  const asked = (name: unknown) =>
    ({ method: "POST", url: "/portal/demonstration-token", payload: { name } }) as const;

  test("in demonstration mode gives tokens for its people, and for nobody else", async () => {
    await start(demonstration);
    expect((await app.inject("/portal/sign-in.json")).json()).toEqual({
      kind: "demonstration",
      people: [person],
    });
    const given = await app.inject(asked(person.name));
    expect([given.json(), given.headers["cache-control"]]).toEqual([
      { token: "token" },
      "no-store",
    ]);
    for (const name of ["somebody", 1, null, undefined])
      expect((await app.inject(asked(name))).statusCode).toBe(404);
  });

  test("elsewhere gives no tokens", async () => {
    await start({ kind: "none" });
    expect((await app.inject(asked(person.name))).statusCode).toBe(404);
  });
});
