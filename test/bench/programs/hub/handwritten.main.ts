// What the hub should be level with: SharedResources by hand, each statement on a connection of a pool.
import pg from "pg";
import { serveJson } from "../serve-json.ts";
import { type Row, createSharedResources } from "./shared-resources.ts";

/** As many connections as the hub has for this query: ten of `resources`, ten of `organizations`. */
const POOL_SIZE = 20;

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: POOL_SIZE });
serveJson(
  await createSharedResources(
    async (statement) => (await pool.query<[...Row]>(statement)).rows as readonly Row[],
  ),
);
