import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "@jest/globals";
import { createLog } from "@alliance-hub/platform/log/log";
import { SignJWT, exportJWK, generateKeyPair } from "jose";
import { createDiscovery } from "./discovery.ts";
import { discoverIssuer } from "./issuer-keys.ts";
import { subjectOfToken } from "./tokens.ts";

/** How the issuer's server answers one address. */
type Answer = "as it should" | "with a fault" | "never" | "breaks off";

/** An issuer whose answers can fail, with a token of it. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  const how = { discovery: "as it should" as Answer, keys: "as it should" as Answer };
  const asked = { discovery: 0, keys: 0 };
  let url = "";
  const server: Server = createServer((request, response) => {
    const at = request.url === "/keys" ? "keys" : "discovery";
    asked[at] += 1;
    if (how[at] === "never") return;
    if (how[at] === "breaks off") return void request.socket.destroy();
    if (how[at] === "with a fault") response.statusCode = 503;
    const answer = at === "keys" ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` };
    response.end(JSON.stringify(answer));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "RS256", kid: "k1" })
    .setSubject("委员 017")
    .setIssuer(url)
    .setAudience("hub")
    .setExpirationTime("5m")
    .sign(privateKey);
  const lines: string[] = [];
  const log = createLog({ level: "fatal", name: "test" });
  const note = (...said: unknown[]): void => void lines.push(String(said.at(-1)));
  const issuer = discoverIssuer({
    discovery: createDiscovery(url, 300),
    audience: "hub",
    log: Object.assign(Object.create(log) as typeof log, { warn: note, info: note }),
    answerWithinMs: 300,
    cooldownMs: 0,
  });
  const ask = async (): Promise<string> =>
    await subjectOfToken(token, issuer).catch((error: unknown) =>
      String(Reflect.get(Object(error), "code")),
    );
  return {
    how,
    asked,
    lines,
    ask,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

it.each(["with a fault", "never", "breaks off"] as const)(
  "an issuer that answers %s is no fault of the token; one line says so, and one that it is over",
  async (answer) => {
    await using issuer = await startIssuer();
    issuer.how.discovery = answer;
    expect(await issuer.ask()).toBe("SUBGRAPH_UNAVAILABLE");
    expect(await issuer.ask()).toBe("SUBGRAPH_UNAVAILABLE");
    issuer.how.discovery = "as it should";
    issuer.how.keys = answer;
    expect(await issuer.ask()).toBe("SUBGRAPH_UNAVAILABLE");
    const { discovery } = issuer.asked;
    issuer.how.keys = "as it should";
    expect(await issuer.ask()).toBe("委员 017");
    // The discovered configuration is kept even if fetching the keys failed.
    expect(issuer.asked.discovery).toBe(discovery);
    expect(issuer.lines).toEqual([
      expect.stringMatching(/sign-in .* cannot be reached/),
      expect.stringMatching(/sign-in .* answers again/),
    ]);
  },
);
