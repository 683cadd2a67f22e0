import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { MembersTables } from "../../database.ts";
import { readable } from "./liaison.policy.ts";

/** A liaison as lists and loaders give it. */
export type LiaisonRow = MembersTables["liaison"];

/** Reads of liaisons, limited to what the viewer may see. */
export interface LiaisonLoaders {
  readonly byId: DataLoader<string, LiaisonRow | null>;
  /** Those who act for a unit now. */
  readonly ofOrganization: NestedPages<LiaisonRow>;
}

/** Loaders of one call. */
export function createLiaisonLoaders({ rows, viewer }: BaseContext<MembersTables>): LiaisonLoaders {
  const visible = rows.selectFrom("liaison").selectAll("liaison").where(readable(viewer));
  const list: List<MembersTables, "liaison", LiaisonRow> = {
    name: "organization.liaisons",
    query: visible.where("liaison.endedAt", "is", null),
    order: [{ column: sql.ref("liaison.id"), type: "uuid", value: (row) => row.id }],
    direction: "asc",
  };
  return {
    byId: byId((ids) => visible.where(anyOf("liaison.id", ids, "uuid")).execute()),
    ofOrganization: nestedPages({
      rows,
      list,
      parent: sql.ref("liaison.organizationId"),
      parentType: "uuid",
    }),
  };
}
