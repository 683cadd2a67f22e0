import { verify } from "@alliance-hub/platform/serve/signature";
import { describe, expect, it } from "@jest/globals";
import { createHttpTransport } from "./http.ts";
import { askTransport } from "../testing/ask-transport.ts";
import { json, openTestServer } from "../testing/http-server.ts";

const SECRET = "a secret of at least thirty-two characters";

describe("a request over HTTP", () => {
  it("carries the query as it was escaped once, and the variables", async () => {
    await using server = await openTestServer(json({ data: { a: 1 } }));
    const transport = createHttpTransport({ name: "things", url: `${server.url}?v=1` });
    const query = 'query Q($x: String = "é\\n") { a(x: $x) }';
    const answer = await askTransport(transport, {
      query,
      variables: { x: '"' },
      operationName: "Q",
    });
    expect(answer).toEqual({ data: { a: 1 } });
    const [arrived] = server.arrived;
    expect(arrived?.path).toBe("/graphql?v=1");
    expect(JSON.parse(arrived?.body ?? "")).toEqual({
      query,
      operationName: "Q",
      variables: { x: '"' },
    });
    await transport.close();
  });

  it("says which request of the client it belongs to, and is not signed by itself", async () => {
    await using server = await openTestServer(json({ data: {} }));
    const transport = createHttpTransport({ name: "things", url: server.url });
    await askTransport(transport);
    expect(server.arrived[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "x-request-id": "request-1",
    });
    expect(server.arrived[0]?.headers).not.toHaveProperty("x-hub-signature");
    await transport.close();
  });

  it("is signed over viewer and body where there is a secret", async () => {
    await using server = await openTestServer(json({ data: {} }));
    const transport = createHttpTransport({
      name: "things",
      url: server.url,
      gatewaySecret: SECRET,
    });
    await askTransport(transport, { subject: "p1" });
    const { headers, body = "" } = server.arrived[0] ?? {};
    const signature = String(headers?.["x-hub-signature"]);
    expect(await verify(SECRET, "things", { signature, body })).toMatchObject({
      viewer: { subject: "p1" },
      requestId: "request-1",
    });
    await transport.close();
  });

  it("has the headers that the installation adds", async () => {
    await using server = await openTestServer(json({ data: {} }));
    const transport = createHttpTransport({
      name: "things",
      url: server.url,
      headers: ({ viewer }) => ({ authorization: `Subject ${viewer.subject}` }),
    });
    await askTransport(transport, { subject: "p1" });
    expect(server.arrived[0]?.headers.authorization).toBe("Subject p1");
    await transport.close();
  });

  it("keeps its connections for requests that follow each other", async () => {
    const ports = new Set<number | undefined>();
    await using server = await openTestServer((response, arrived) => {
      ports.add(response.socket?.remotePort);
      json({ data: {} })(response, arrived);
    });
    const transport = createHttpTransport({ name: "things", url: server.url });
    for (let nth = 0; nth < 10; nth++) await askTransport(transport, { variables: { nth } });
    expect(ports.size).toBeLessThan(3);
    await transport.close();
  });
});
