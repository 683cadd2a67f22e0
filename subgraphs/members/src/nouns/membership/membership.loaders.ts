import { isNull } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { Membership } from "./membership.entity.ts";

/** A membership as lists and loaders give it. */
export type MembershipRow = Row<Membership>;

/** The tables that memberships are read from. */
export interface MembershipTables extends TablesWith<"membership", Membership> {}

/** What memberships need of a call. */
export interface MembershipContext extends ContextWith<
  "memberships",
  typeof createMembershipLoaders
> {}

/** Loaders of one call. */
export function createMembershipLoaders(context: BaseContext<MembershipTables>) {
  const memberships = recordReads(context, { table: "membership" });
  const current = isNull("membership.leftOn");
  const of = "organization.memberships";
  const everyOne = memberships.below(of, "organizationId");
  const currentOnes = memberships.below(of, "organizationId", { where: [current] });
  return {
    byId: memberships.byId,
    /** The current ones, in the order of joining. */
    ofCommittee: memberships.below("committee.memberUnits", "committeeId", {
      where: [current],
      order: {
        order: [
          { column: sql.ref("membership.joinedOn"), type: "date", value: (row) => row.joinedOn },
          { column: sql.ref("membership.id"), type: "uuid", value: (row) => row.id },
        ],
        direction: "asc",
      },
    }),
    /** The current ones, or all, including ended ones. */
    ofOrganization: (includeEnded: boolean) => (includeEnded ? everyOne : currentOnes),
  };
}
