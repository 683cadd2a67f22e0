import { describe, expect, it } from "@jest/globals";
import { jwtVerify } from "jose";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { sign, verify } from "./signature.ts";

const SECRET = "a secret of at least thirty-two characters";
const call = {
  viewer: { ...ANONYMOUS, kind: "PERSON" as const, subject: "p1" },
  requestId: "r1",
  body: '{"query":"{a}"}',
};

describe("the gateway's signature", () => {
  it("vouches for viewer and request id", async () => {
    const signature = sign(SECRET, "resources", call);
    expect(await verify(SECRET, "resources", { signature, body: call.body })).toEqual({
      viewer: call.viewer,
      requestId: "r1",
    });
  });

  it.each([
    ["another body", { secret: SECRET, subgraph: "resources", body: '{"query":"{b}"}' }],
    ["another subgraph", { secret: SECRET, subgraph: "members", body: call.body }],
    ["another secret", { secret: `${SECRET}!`, subgraph: "resources", body: call.body }],
  ])("does not hold for %s", async (_what, { secret, subgraph, body }) => {
    const signature = sign(SECRET, "resources", call);
    expect(await verify(secret, subgraph, { signature, body })).toBeUndefined();
  });

  it("is a JWS whose audience and age are checked", async () => {
    const { payload, protectedHeader } = await jwtVerify(
      sign(SECRET, "resources", call),
      new TextEncoder().encode(SECRET),
      { audience: "resources", issuer: "gateway", maxTokenAge: 30 },
    );
    expect(protectedHeader).toEqual({ alg: "HS256" });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
  });

  it("is required", async () => {
    expect(
      await verify(SECRET, "resources", { signature: undefined, body: call.body }),
    ).toBeUndefined();
  });
});
