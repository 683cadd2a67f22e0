import { describe, expect, it } from "@jest/globals";
import { type Resolve, requireAddress } from "./address.ts";
import { isPublicAddress } from "./public-address.ts";

const PUBLIC = [{ address: "93.184.216.34", family: 4 }];
const to =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
const errorOf = async (text: string, resolve: Resolve = () => Promise.resolve(PUBLIC)) =>
  await requireAddress("address", text, { privateAddresses: false, resolve }).then(
    () => undefined,
    (error: Error) => error.message,
  );

describe("an IP address", () => {
  it("is public, or of one of the many kinds that are not", () => {
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    const others = [
      "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1",
      "172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1",
      "203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255",
      ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:a00:1 ::ffff:0:10.0.0.1 64:ff9b::a00:1",
      "64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:a00:1:: 3fff::1 5f00::1 fc00::1 fd12::1",
      "fe80::1 fe80::1%lo fec0::1 ff02::1 4000::1 localhost x",
    ].join(" ");
    for (const address of others.split(" "))
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });
});

describe("the address of an endpoint", () => {
  it("is an https address without user or fragment", async () => {
    for (const address of [
      "https://a.example/x?y=z",
      "https://a.example:8443/",
      "https://8.8.8.8/",
    ])
      expect([address, await errorOf(address)]).toEqual([address, undefined]);
    expect(await errorOf("http://a.example/")).toContain("https:");
    expect(await errorOf("file:///etc/passwd")).toContain("https:");
    expect(await errorOf("https://me:hush@a.example/")).toContain("user or password");
    expect(await errorOf("https://me:hush@a.example/")).not.toContain("hush");
    expect(await errorOf("https://a.example/#x")).toContain("fragment");
    expect(await errorOf("https://a.example/#")).toContain("fragment");
    expect(await errorOf("a.example")).toContain("not a URL");
    expect(await errorOf(`https://a.example/${"x".repeat(2000)}`)).toContain("2000");
  });

  it("is no inner host, however it is spelled", async () => {
    const spellings = [
      "127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 0 127.0.0.1.",
      "10.0.0.1 192.168.0.1 169.254.169.254 0xa9fea9fe １２７.０.０.１ 127。0。0。1",
      "[::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:1] [64:ff9b::7f00:1]",
      "[2002:7f00:1::] [fc00::1] [fe80::1] [::127.0.0.1]",
    ].join(" ");
    for (const host of spellings.split(" ")) {
      const message = await errorOf(`https://${host}/`);
      expect([host, message]).toEqual([
        host,
        expect.stringContaining("outside the public network"),
      ]);
    }
  });

  it("has a name of which every address is public; an unknown one is refused in the same words", async () => {
    const words = await errorOf("https://a.example/", to("10.0.0.1"));
    expect(words).toBeDefined();
    const others = [
      to("93.184.216.34", "10.0.0.1"),
      to("93.184.216.34", "::1"),
      to(),
      () => Promise.reject(new Error("ENOTFOUND")),
    ];
    for (const resolve of others) expect(await errorOf("https://a.example/", resolve)).toBe(words);
    expect(await errorOf("https://localhost/", to("127.0.0.1"))).toBe(words);
  });
});
