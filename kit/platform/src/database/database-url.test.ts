import { describe, expect, it } from "@jest/globals";
import { databaseUrlFault, parseDatabaseUrl } from "./database-url.ts";

describe("the address of a database", () => {
  it.each([
    ["one server", "postgres://me:p%40ss@db:5433/hub", ["db:5433"], false],
    ["no port", "postgresql://me@db/hub", ["db:5432"], false],
    ["no server", "postgres:///hub", ["localhost:5432"], false],
    ["several", "postgres://me@a,b:5433/hub", ["a:5432", "b:5433"], true],
    ["IPv6", "postgres://me@[::1]:5433,[fe80::2]/hub", ["::1:5433", "fe80::2:5432"], true],
    ["parameters", "postgres://me@/hub?host=a,b&port=1,2", ["a:1", "b:2"], true],
    ["one port for all", "postgres:///hub?host=a,b&port=7", ["a:7", "b:7"], true],
    ["a wish", "postgres://db/hub?target_session_attrs=read-write", ["db:5432"], true],
    ["another", "postgres://db/hub?target_session_attrs=primary", ["db:5432"], true],
    ["a socket", "postgres:///hub?host=/var/run/postgresql", ["/var/run/postgresql:5432"], false],
  ])("may have %s", (_what, url, servers, mustWrite) => {
    const address = parseDatabaseUrl(url);
    expect(address.servers.map(({ host, port }) => `${host}:${port}`)).toEqual(servers);
    expect(address.mustWrite).toBe(mustWrite);
  });

  it("is handed to pg with one server, and with whatever else it says", () => {
    const url =
      "postgres://me:p%40ss@a,b:5433/hub?target_session_attrs=read-write&sslmode=verify-full&options=-c%20geqo%3Doff";
    expect(parseDatabaseUrl(url)).toMatchObject({
      single: "postgres://me:p%40ss@a/hub?sslmode=verify-full",
      options: "-c geqo=off",
    });
  });

  it.each([
    ["mysql://me:hush@db/x", "is not a postgres:"],
    ["db:5432", "is not a postgres:"],
    ["postgres://me:hush@a:,b:port/x", "port that is not a number"],
    ["postgres://me:hush@a,,b/x", "empty name"],
    ["postgres://me:hush@a,b/x?port=1,2,3", "names 2 servers and 3 ports"],
    ["postgres://me:hush@a,b/x?target_session_attrs=standby", "the hub writes"],
  ])("is refused when it is %s", (url, fault) => {
    expect(databaseUrlFault(url)).toContain(fault);
    expect(databaseUrlFault(url)).not.toContain("hush");
  });
});
