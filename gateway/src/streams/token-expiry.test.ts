import { once } from "node:events";
import { expect, it } from "@jest/globals";
import { UnsecuredJWT } from "jose";
import { expiryOf } from "./token-expiry.ts";

it("fires when the token has expired, however many timers that takes", async () => {
  const expiresAt = Math.floor(Date.now() / 1000) + 2;
  const token = new UnsecuredJWT({}).setExpirationTime(expiresAt).encode();
  // A hundred times shorter than the token's lifetime, like a timer for a token that is valid for years.
  using expiry = expiryOf(`Bearer ${token}`, 20);
  if (!expiry.signal.aborted) await once(expiry.signal, "abort");
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAt * 1000);
});

it("has fired for a token that has expired", () => {
  const token = new UnsecuredJWT({}).setExpirationTime(1).encode();
  using expiry = expiryOf(`Bearer ${token}`);
  expect(expiry.signal.aborted).toBe(true);
});
