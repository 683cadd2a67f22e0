import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { getIntrospectionQuery } from "graphql";
import { ask } from "../../support/ask.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { listen } from "../../support/listening.ts";
import { peopleOf, person, unitOf } from "../../support/people.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** A hub in a process of its own, on a fresh copy of the demonstration alliance. */
async function startHub(closing: AsyncDisposableStack) {
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  const folder = closing.use(await temporaryFolder());
  const hub = closing.use(await startHubProcess(folder.path, { DATABASE_URL: database.url }));
  const issuer = await openDemonstrationIssuer(folder.path);
  const tokenOf = (name: string): Promise<string> => issuer.token(person(name).subject);
  return Object.assign(hub, { tokenOf });
}

const PLACE = "445202";
/** What holds a hub up holds it up for a minute or more; a busy machine takes less, in milliseconds. */
const HELD_UP_MS = 50_000;
const LIAISONS = "query ($id: ID!) { organization(id: $id) { liaisons { nodes { id } } } }";
const END_LIAISON =
  "mutation ($input: EndLiaisonInput!) { endLiaison(input: $input) { liaison { id } } }";
const POST = "POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n";
const GET = "GET /health/live HTTP/1.1\r\nhost: hub\r\n\r\n";
const INTROSPECTION = JSON.stringify({ query: getIntrospectionQuery() });
const WHOLE = `${POST}content-length: ${INTROSPECTION.length}\r\n\r\n${INTROSPECTION}`;

/** What clients may have sent when the hub is told to stop. */
const HALF_DONE = {
  "half a body": `${POST}content-length: 1000\r\n\r\n{"query":`,
  "half a chunk": `${POST}transfer-encoding: chunked\r\n\r\n64\r\n{"query":`,
  "half the headers": "POST /graphql HTTP/1.1\r\nhost: hub\r\n",
  "a whole request and half of another's headers": `${GET}POST /graphql HTTP/1.1\r\n`,
  "a whole request and half of another's body": `${GET}${POST}content-length: 1000\r\n\r\n{"query":`,
  "a whole request and nothing more": GET,
  "many requests, and reads none of the answers": WHOLE.repeat(100),
  "an upgrade and nothing more":
    "GET /graphql HTTP/1.1\r\nhost: hub\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n",
};

describe("SIGTERM", () => {
  it("loses no request: those under way are answered, then the process ends by itself", async () => {
    await using closing = new AsyncDisposableStack();
    const hub = await startHub(closing);
    const { url } = hub;
    // The report asks all four subgraphs, so that requests are under way when the signal comes.
    const query =
      '{ report(regionCode: "530381", from: "2022-01-01", to: "2023-12-31") { communityCommittees partTimeMembers venues attendance } }';
    const under = Array.from({ length: 60 }, () => ask(url, { query }));
    await under[0];
    // Clients open connections in advance; one that brings no request holds up nothing.
    const unused = connect(Number(new URL(url).port), "127.0.0.1");
    await once(unused, "connect");
    const hasClosed = once(unused, "close");
    const stoppedAt = performance.now();
    const code = hub.stop();
    const answers = await Promise.allSettled(under);
    const lost = answers.flatMap((answer) =>
      answer.status === "rejected" ? [inspect(answer.reason, { depth: 4 })] : answer.value.codes,
    );
    expect(lost).toEqual([]);
    await hasClosed;
    // Node.js by itself would wait a minute for its headers.
    expect(performance.now() - stoppedAt).toBeLessThan(HELD_UP_MS);
    expect(await code).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it("is heeded whatever clients leave half done", async () => {
    await using closing = new AsyncDisposableStack();
    const hub = await startHub(closing);
    const port = Number(new URL(hub.url).port);
    const sockets: Socket[] = [];
    const closed: Promise<void>[] = [];
    for (const [kind, text] of Object.entries(HALF_DONE)) {
      const socket = connect(port, "127.0.0.1");
      sockets.push(socket);
      closing.defer(() => void socket.destroy());
      socket.on("error", () => undefined);
      closed.push(new Promise((resolve) => socket.once("close", () => resolve())));
      await once(socket, "connect");
      socket.write(text);
      // Whatever is answered before the rest has come; then nothing is read any more.
      if (!kind.startsWith("half")) await once(socket, "data");
      socket.pause();
    }
    await ask(hub.url, { query: "{ viewer { subject } }" });
    const began = performance.now();
    expect(await hub.stop()).toBe(0);
    // Half of them lasted for minutes once.
    expect(performance.now() - began).toBeLessThan(HELD_UP_MS);
    // A socket that is not read does not learn that it was closed.
    for (const socket of sockets) socket.resume();
    await Promise.all(closed);
  });

  it("is heeded by a hub that is asked without a pause, and by those who follow it", async () => {
    await using closing = new AsyncDisposableStack();
    const hub = await startHub(closing);
    const { url } = hub;
    const names = peopleOf(PLACE).map(({ name }) => name);
    const following = [
      closing.use(listen(url)),
      ...(await Promise.all(
        names.map(async (name) => closing.use(listen(url, { token: await hub.tokenOf(name) }))),
      )),
    ];
    // One that is only being opened would be told that the hub stops.
    await Promise.all(following.map(({ begun }) => begun));
    let isOver = false;
    const askOnAndOn = async (): Promise<void> => {
      while (!isOver) await fetch(`${url}/health/live`).catch(() => undefined);
    };
    const asking = [askOnAndOn(), askOnAndOn()];
    // Just before, one of them loses rights.
    const token = await hub.tokenOf(`${PLACE}-operator`);
    const variables = { id: unitOf(`${PLACE}-liaison-1`) };
    const { data } = await ask(url, { query: LIAISONS, variables, token });
    const id = data["organization"]?.["liaisons"]?.["nodes"]?.[0]?.["id"];
    const ended = await ask(url, { query: END_LIAISON, variables: { input: { id } }, token });
    expect(ended.codes).toEqual([]);
    const began = performance.now();
    expect(await hub.stop()).toBe(0);
    // Deliveries that waited for the closed database held the process up for a minute once.
    expect(performance.now() - began).toBeLessThan(HELD_UP_MS);
    // Without a word of completion: they come back.
    await Promise.all(following.map(({ done }) => done));
    expect(following.flatMap(({ events }) => events)).toEqual([]);
    isOver = true;
    await Promise.all(asking);
  });
});
