import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import type { IssueFilter } from "./issue.input.ts";
import { readable } from "./issue.policy.ts";

/** An issue as lists and loaders give it. */
export type IssueRow = ActivitiesTables["issue"];

type IssueList = List<ActivitiesTables, "issue", IssueRow>;

/** Reads of issues; only what the viewer may see is ever fetched. */
export interface IssueLoaders {
  readonly byId: DataLoader<string, IssueRow | null>;
  list(filter: IssueFilter): Promise<IssueList>;
  ofCommittee(filter: IssueFilter): Promise<NestedPages<IssueRow>>;
}

/** Loaders of one call. */
export function createIssueLoaders(context: ActivitiesBase): IssueLoaders {
  const { rows, viewer } = context;
  const visible = () => rows.selectFrom("issue").selectAll("issue").where(readable(viewer));
  const filtered = async (filter: IssueFilter, name: string): Promise<IssueList> => {
    const { committeeId, regionCode, states, ownerId, overdueOn } = filter;
    let query = visible();
    if (committeeId != null) query = query.where(isRecord("issue.committeeId", committeeId));
    if (ownerId != null) query = query.where(isRecord("issue.ownerId", ownerId));
    if (states) query = query.where(oneOf("issue.state", states));
    if (overdueOn != null)
      query = query.where("issue.state", "=", "RAISED").where("issue.deadline", "<", overdueOn);
    if (regionCode != null)
      query = query.where(
        await withinRegion(
          context.database.regionLevels,
          regionCode,
          elementOf("issue.regionPath"),
        ),
      );
    return { name, query, ...newestFirst<IssueRow>(sql.ref("issue.id")) };
  };
  const nested = new Map<string, Promise<NestedPages<IssueRow>>>();
  const below = async (filter: IssueFilter): Promise<NestedPages<IssueRow>> => {
    const list = await filtered(filter, "committee.issues");
    return nestedPages({ rows, list, parent: sql.ref("issue.committeeId"), parentType: "uuid" });
  };
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("issue.id", ids, "uuid"))
        .execute(),
    ),
    list: (filter) => filtered(filter, "issues"),
    ofCommittee: (filter) => {
      // One for all committees of a page, so that their issues are read together.
      const slot = JSON.stringify(filter);
      const pages = nested.get(slot) ?? below(filter);
      nested.set(slot, pages);
      return pages;
    },
  };
}
