import { createSecretBox } from "@alliance-hub/platform/webhooks/secret";
import { createWebhooks } from "@alliance-hub/platform/webhooks/webhooks";
import { describe, expect, it } from "@jest/globals";
import { validSecrets } from "./secrets.ts";

const NOW = new Date("2026-03-01T04:00:00Z");
const key = Buffer.alloc(32, 1);
const webhooks = createWebhooks({ secretsKey: key });
const sealed = (secret: string, by = key): string => createSecretBox(by).seal(secret, "id");
const endpoint = {
  id: "id",
  sealedSecret: sealed("new"),
  sealedPreviousSecret: sealed("old"),
  previousSecretUntil: new Date(NOW.getTime() + 1),
};

describe("the secrets that sign", () => {
  it("are the present one, and the one of before until its time is over", () => {
    expect(validSecrets(webhooks, endpoint, NOW)).toEqual(["new", "old"]);
    expect(validSecrets(webhooks, { ...endpoint, previousSecretUntil: NOW }, NOW)).toEqual(["new"]);
    const none = { ...endpoint, sealedPreviousSecret: null, previousSecretUntil: null };
    expect(validSecrets(webhooks, none, NOW)).toEqual(["new"]);
  });

  it("are none that another key has sealed", () => {
    const other = Buffer.alloc(32, 2);
    const before = { ...endpoint, sealedPreviousSecret: sealed("old", other) };
    expect(validSecrets(webhooks, before, NOW)).toEqual(["new"]);
    const foreign = { ...endpoint, sealedSecret: sealed("new", other) };
    expect(() => validSecrets(webhooks, foreign, NOW)).toThrow(/HUB_SECRETS_KEY/);
  });
});
