import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import Fastify, { type FastifyInstance } from "fastify";
import { readAssets } from "./assets.ts";
import { explorer } from "./explorer.ts";

const exampleOperations = "# ── who ──\nquery Me { viewer { kind } }";
let app: FastifyInstance;

beforeEach(async () => {
  app = Fastify();
  await app.register(explorer, { exampleOperations, endpoint: '/graphql?"<' });
  app.get("/elsewhere", () => "ok");
});
afterEach(() => app.close());

describe("GET /explorer", () => {
  test("answers with the page, its settings escaped", async () => {
    const { statusCode, headers, body } = await app.inject("/explorer");
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8" });
    expect(body).toContain('data-endpoint="/graphql?&#34;&#60;"');
  });

  test("answers HEAD with the same headers and no body", async () => {
    const answer = await app.inject({ method: "HEAD", url: "/explorer" });
    expect([answer.statusCode, answer.body]).toEqual([200, ""]);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  });
});

describe("headers", () => {
  test.each(["/explorer", "/explorer/examples.json"])(
    "of %s allow this origin alone",
    async (url) => {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain(
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'",
      );
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
    },
  );

  test("stay on the explorer's own routes", async () => {
    expect((await app.inject("/elsewhere")).headers).not.toHaveProperty("content-security-policy");
  });
});

describe("files", () => {
  test("may be kept for ever and come compressed", async () => {
    const { script } = await readAssets();
    const answer = await app.inject({
      url: `/explorer/${script}`,
      headers: { "accept-encoding": "gzip" },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "gzip",
      "content-type": expect.stringContaining("javascript"),
    });
  });

  test("are only those of the page", async () => {
    expect((await app.inject("/explorer/assets.json")).statusCode).toBe(404);
    expect((await app.inject("/explorer/..%2fassets.json")).statusCode).toBeGreaterThanOrEqual(400);
  });

  test("examples.json lists the operations and is asked for anew", async () => {
    const answer = await app.inject("/explorer/examples.json");
    expect(answer.headers["cache-control"]).toBe("no-cache");
    expect(answer.json()).toMatchObject([
      { section: "who", name: "Me", kind: "query", title: "我的身份" },
    ]);
  });
});

describe("nothing is fetched from another host", () => {
  test("by the page", async () => {
    const { body } = await app.inject("/explorer");
    const addresses = [...body.matchAll(/(?:src|href|data-[a-z-]+)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(6);
    for (const address of addresses) expect(address).toMatch(/^(\/(?!\/)|data:)/);
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  test("by its scripts and styles", async () => {
    const { folder } = await readAssets();
    const loads =
      /(?:\b(?:from|import|fetch|importScripts|Worker|open)\b\s*\(?|\.src\s*=|url\(|@import)\s*["'`]?(?:https?:)?\/\/\w/;
    for (const file of (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))) {
      const text = await readFile(join(folder, file), "utf8");
      expect([file, loads.exec(text)?.[0]]).toEqual([file, undefined]);
      expect([file, /unpkg\.com|jsdelivr|esm\.sh|googleapis|gstatic/.exec(text)?.[0]]).toEqual([
        file,
        undefined,
      ]);
    }
  });
});
