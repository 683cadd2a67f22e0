import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "@jest/globals";
import { createSettingsReader } from "@alliance-hub/platform/settings/settings-reader";
import { clientAddress, networkOf, readTrustedProxies, trustIn } from "./client-address.ts";

function requestFrom(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage; // the parts of a request that are read
}

describe("the address of a client", () => {
  it("is that of the socket, whatever the client writes in a header", () => {
    const request = requestFrom("203.0.113.9", "198.51.100.1");
    expect(clientAddress(request, trustIn([]))).toBe("203.0.113.9");
    expect(clientAddress(request, trustIn(["10.0.0.0/8"]))).toBe("203.0.113.9");
  });

  it("is what a trusted proxy says, and nothing that the client had written before", () => {
    const trust = trustIn(["10.0.0.0/8", "2001:db8::/32"]);
    const said = "198.51.100.1, 203.0.113.9, 10.0.0.2";
    expect(clientAddress(requestFrom("10.0.0.1", said), trust)).toBe("203.0.113.9");
    expect(clientAddress(requestFrom("::ffff:10.0.0.1", said), trust)).toBe("203.0.113.9");
  });

  it("is short, whatever stands in the header", () => {
    const request = requestFrom("10.0.0.1", "x".repeat(5000));
    expect(clientAddress(request, trustIn(["10.0.0.1"]))).toHaveLength(60);
  });

  it("is one for all addresses of IPv6 that a client has", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:0db8:0001:0002::1")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
  });
});

describe("HUB_TRUSTED_PROXIES", () => {
  it("names addresses and networks, and each fault is told", () => {
    const good = createSettingsReader({ HUB_TRUSTED_PROXIES: "10.0.0.7, 192.168.0.0/16,::1" });
    expect(readTrustedProxies(good)).toEqual(["10.0.0.7", "192.168.0.0/16", "::1"]);
    const bad = createSettingsReader({ HUB_TRUSTED_PROXIES: "proxy.example,10.0.0.0/99" });
    readTrustedProxies(bad);
    expect(bad.faults).toHaveLength(2);
    expect(bad.faults[0]).toContain('"proxy.example"');
  });
});
