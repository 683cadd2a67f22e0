// The limit: the same handler, its statements written one after the other over few connections without
// waiting for answers (libpq's pipeline mode; PostgreSQL 18, section 32.5).
import pg from "pg";
import { serveJson } from "../serve-json.ts";
import { type Row, createSharedResources } from "./shared-resources.ts";

/** PostgreSQL has a process for each; the machine of the measurement has two cores. */
const CONNECTIONS = 2;

const clients = await Promise.all(
  Array.from({ length: CONNECTIONS }, async () => {
    const client = new pg.Client({
      connectionString: process.env["DATABASE_URL"],
      pipeline: true,
    });
    await client.connect();
    return client;
  }),
);
let turn = 0;
serveJson(
  await createSharedResources(async (statement) => {
    const client = clients[turn++ % clients.length];
    if (!client) throw new Error("There is no connection");
    return (await client.query<[...Row]>(statement)).rows as readonly Row[];
  }),
);
