import { type ListedRecord, mayReadListed } from "@alliance-hub/sharing/listed";
import { readableNeed } from "@alliance-hub/sharing/need-rule";
import { type Viewer, actsFor, type ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";
import type { NeedState } from "./need.entity.ts";

/** What may be done with a need. */
export type NeedAction = "read" | "post" | "change";

/** The columns of a need that the rule needs. */
export interface NeedRule extends Omit<ListedRecord, "ownerId"> {
  readonly organizationId: string;
  readonly state: NeedState;
}

/** Only its unit may see a draft; a published need follows its audience. The unit's liaison may change it. */
export function can(viewer: Viewer, action: NeedAction, need: NeedRule): boolean {
  if (action !== "read") return actsFor(viewer, need.organizationId);
  return mayReadListed(viewer, { ...need, ownerId: need.organizationId });
}

/** The rule of reading as a WHERE condition on the table `need`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return readableNeed(viewer, "need");
}
