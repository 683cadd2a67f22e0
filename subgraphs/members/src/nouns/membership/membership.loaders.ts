import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { MembersTables } from "../../database.ts";

/** A membership as lists and loaders give it. */
export type MembershipRow = MembersTables["membership"];

/** Reads of memberships. */
export interface MembershipLoaders {
  readonly byId: DataLoader<string, MembershipRow | null>;
  /** The current ones, in the order of joining. */
  readonly ofCommittee: NestedPages<MembershipRow>;
  /** The current ones, or all there ever were. */
  ofOrganization(includeEnded: boolean): NestedPages<MembershipRow>;
}

/** Loaders of one call. */
export function createMembershipLoaders({ rows }: BaseContext<MembersTables>): MembershipLoaders {
  const all = rows.selectFrom("membership").selectAll("membership");
  const current = all.where("membership.leftOn", "is", null);
  const id = sql.ref("membership.id");
  const memberUnits: List<MembersTables, "membership", MembershipRow> = {
    name: "committee.memberUnits",
    query: current,
    order: [
      { column: sql.ref("membership.joinedOn"), type: "date", value: (row) => row.joinedOn },
      { column: id, type: "uuid", value: (row) => row.id },
    ],
    direction: "asc",
  };
  const ofOrganization = (query: typeof all) =>
    nestedPages({
      rows,
      list: { name: "organization.memberships", query, ...newestFirst<MembershipRow>(id) },
      parent: sql.ref("membership.organizationId"),
      parentType: "uuid",
    });
  const [currentOnes, everyOne] = [ofOrganization(current), ofOrganization(all)];
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("membership")
        .selectAll()
        .where(anyOf("id", ids, "uuid"))
        .execute(),
    ),
    ofCommittee: nestedPages({
      rows,
      list: memberUnits,
      parent: sql.ref("membership.committeeId"),
      parentType: "uuid",
    }),
    ofOrganization: (includeEnded) => (includeEnded ? everyOne : currentOnes),
  };
}
