// PostGraphile 5 on the hub's tables, as its manual says for production: its own preset on its own
// server on node:http, the schema made once, no log, no explorer, no watching.
import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { kindsCondition } from "./postgraphile-kinds.ts";
import { SCHEMAS, VIEW } from "./postgraphile-view.ts";

/** As many connections as the hub has for this query: ten of `resources`, ten of `organizations`. */
const POOL_SIZE = 20;

const connectionString = process.env["DATABASE_URL"] ?? "";
const client = new pg.Client({ connectionString });
await client.connect();
await client.query(VIEW);
await client.end();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [kindsCondition],
  pgServices: [
    makePgService({
      connectionString,
      schemas: SCHEMAS,
      pubsub: false,
      poolConfig: { max: POOL_SIZE },
    }),
  ],
  // A GET asks whether it is ready.
  grafserv: { graphiql: false, watch: false, websockets: false, graphqlOverGET: true },
  grafast: { explain: false },
});
const server = createServer();
const serv = instance.createServ(grafserv);
await serv.addTo(server);
await serv.ready();
server.listen(Number(process.env["PORT"]), "127.0.0.1");
