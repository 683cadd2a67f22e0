import { describe, expect, it } from "@jest/globals";
import { readServeSettings } from "./serve-settings.ts";

const GOOD = {
  DATABASE_URL: "postgres://hub:hush@db/hub",
  HUB_GATEWAY_SECRET: "s".repeat(32),
};

describe("the settings of a subgraph", () => {
  it("are complete with a database and a secret; what is empty counts as not set", () => {
    const settings = readServeSettings({ ...GOOD, PORT: "", LOG_LEVEL: " ", HOST: "" }, 4003);
    expect(settings).toMatchObject({
      host: "127.0.0.1",
      port: 4003,
      logLevel: "info",
      metricsPort: undefined,
      poolSize: 10,
      updatesKeepDays: 90,
      webhooks: { privateAddresses: false },
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it("report every fault at once and repeat no secret", () => {
    const wrong = {
      DATABASE_URL: "mysql://me:hush@db/x",
      HUB_GATEWAY_SECRET: "hush",
      HUB_SECRETS_KEY: "hush",
      PORT: "4003",
      HUB_METRICS_PORT: "4003",
      LOG_LEVEL: "loud",
      HUB_POOL_SIZE: "1",
      HUB_UPDATES_KEEP_DAYS: "0",
      HUB_DATABASE_WAIT_SECONDS: "long",
      HUB_WEBHOOKS_PRIVATE_ADDRESSES: "yes",
    };
    const read = (): unknown => readServeSettings(wrong, 4003);
    for (const name of Object.keys(wrong).filter((one) => one !== "PORT"))
      expect(read).toThrow(new RegExp(`- ${name} `));
    expect(read).not.toThrow(/hush/);
  });

  it("ask for a database", () => {
    expect(() => readServeSettings({ ...GOOD, DATABASE_URL: "" }, 4003)).toThrow(
      /DATABASE_URL is not set/,
    );
  });
});
