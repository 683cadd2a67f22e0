import { fileURLToPath } from "node:url";
import { type TablesOf, entitiesOf, searchedOf } from "@alliance-hub/platform/noun/noun";
import { nouns } from "./nouns.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "activities";

export const entities = entitiesOf(nouns);
export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface ActivitiesTables extends TablesOf<typeof nouns> {}

/** Tables that are searched, with the texts that their services make keys of. */
export const searched = searchedOf(nouns);
