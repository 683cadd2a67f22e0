import { describe, expect, it } from "@jest/globals";
import { readConfig } from "./config.ts";

describe("the settings", () => {
  it("are complete without any environment", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      databaseUrl: undefined,
      poolSize: 10,
      oidc: undefined,
      introspection: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("report every fault at once and repeat no secret", () => {
    const wrong = {
      PORT: "eighty",
      LOG_LEVEL: "loud",
      OIDC_ISSUER: "https://id.example",
      DATABASE_URL: "mysql://me:hush@db/x",
    };
    const faults = (): unknown => readConfig(wrong);
    expect(faults).toThrow(/PORT is "eighty"/);
    expect(faults).toThrow(/LOG_LEVEL is "loud"/);
    expect(faults).toThrow(/OIDC_ISSUER and OIDC_AUDIENCE belong together/);
    expect(faults).toThrow(/DATABASE_URL is not a postgres:/);
    expect(faults).not.toThrow(/hush/);
  });

  it("take origins of portals, and nothing that is none", () => {
    const origins = "https://portal.example,http://127.0.0.1:8080";
    expect(readConfig({ HUB_CORS_ORIGINS: origins }).corsOrigins).toEqual(origins.split(","));
    expect(readConfig({}).corsOrigins).toEqual([]);
    for (const wrong of ["*", "https://portal.example/", "portal.example"]) {
      expect(() => readConfig({ HUB_CORS_ORIGINS: wrong })).toThrow(/HUB_CORS_ORIGINS/);
    }
  });

  it("say how long the update log is kept, within ten years", () => {
    expect(readConfig({}).updatesKeepDays).toBe(90);
    expect(readConfig({ HUB_UPDATES_KEEP_DAYS: "3650" }).updatesKeepDays).toBe(3650);
    for (const wrong of ["0", "3651", "1.5", "long"])
      expect(() => readConfig({ HUB_UPDATES_KEEP_DAYS: wrong })).toThrow(/1 to 3650/);
  });

  it("demand the shared secret when subgraphs are elsewhere", () => {
    expect(() => readConfig({ HUB_SUBGRAPHS: "members=http://127.0.0.1:4002/graphql" })).toThrow(
      /HUB_GATEWAY_SECRET/,
    );
    expect(() =>
      readConfig({ HUB_SUBGRAPHS: "members", HUB_GATEWAY_SECRET: "x".repeat(32) }),
    ).toThrow(/name=address/);
  });

  it("take a key for secrets that is one, and repeat none that is not", () => {
    const key = Buffer.alloc(32, 7);
    for (const text of [key.toString("base64"), key.toString("base64url")])
      expect(readConfig({ HUB_SECRETS_KEY: text }).secretsKey).toEqual(key);
    expect(readConfig({}).secretsKey).toBeUndefined();
    for (const wrong of ["hush", key.toString("hex"), Buffer.alloc(31).toString("base64")]) {
      const read = (): unknown => readConfig({ HUB_SECRETS_KEY: wrong });
      expect(read).toThrow(/HUB_SECRETS_KEY/);
      expect(read).not.toThrow(new RegExp(wrong));
    }
  });

  it("send webhooks to private addresses only where that is asked for", () => {
    const privately = (value?: string): boolean =>
      readConfig(value === undefined ? {} : { HUB_WEBHOOKS_PRIVATE_ADDRESSES: value })
        .webhooksPrivateAddresses;
    expect([privately(), privately("off"), privately("on")]).toEqual([false, false, true]);
    expect(() => privately("yes")).toThrow(/HUB_WEBHOOKS_PRIVATE_ADDRESSES/);
  });

  it("send mail where a server is set, and never repeat its password", () => {
    const smtpUrl = "smtp://hub:hush@mail.example.org:587";
    const env = { SMTP_URL: smtpUrl, HUB_MAIL_FROM: "hub@example.org" };
    expect(readConfig({}).mail).toBeUndefined();
    expect(readConfig({ HUB_MAIL_FROM: "hub@example.org" }).mail).toBeUndefined();
    expect(readConfig(env).mail).toEqual({ smtpUrl, from: "hub@example.org" });
    expect(readConfig({ ...env, HUB_ADDRESS: "https://hub.example.org/" }).mail).toMatchObject({
      hubAddress: "https://hub.example.org",
    });
    for (const [wrong, name] of [
      [{ ...env, SMTP_URL: "mail.example.org" }, "SMTP_URL"],
      [{ ...env, SMTP_URL: "https://hub:hush@example.org" }, "SMTP_URL"],
      [{ SMTP_URL: smtpUrl }, "HUB_MAIL_FROM"],
      [{ ...env, HUB_MAIL_FROM: "a@example.org, b@example.org" }, "HUB_MAIL_FROM"],
      [{ ...env, HUB_ADDRESS: "hub" }, "HUB_ADDRESS"],
    ] as const) {
      expect(() => readConfig(wrong)).toThrow(name);
      expect(() => readConfig(wrong)).not.toThrow(/hush/);
    }
  });

  it("turn introspection off with an issuer, unless it is asked for", () => {
    const issuer = { OIDC_ISSUER: "https://id.example", OIDC_AUDIENCE: "hub" };
    expect(readConfig(issuer).introspection).toBe(false);
    expect(readConfig({ ...issuer, HUB_INTROSPECTION: "on" }).introspection).toBe(true);
  });
});
