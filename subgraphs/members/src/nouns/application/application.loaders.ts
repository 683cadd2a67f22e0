import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { NestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Application, ApplicationState } from "./application.entity.ts";
import type { ApplicationFilter } from "./application.input.ts";
import { readable } from "./application.policy.ts";

/** An application as lists and loaders give it. */
export type ApplicationRow = Row<Application>;

/** The tables that applications are read from. */
export interface ApplicationTables extends TablesWith<"application", Application> {}

/** What applications need of a call. */
export interface ApplicationContext extends ContextWith<
  "applications",
  typeof createApplicationLoaders
> {}

type States = readonly ApplicationState[] | null | undefined;

/** Loaders of one call. */
export function createApplicationLoaders(context: BaseContext<ApplicationTables>) {
  const applications = recordReads(context, {
    table: "application",
    readable: readable(context.viewer),
  });
  /** One list for each choice of states, so that the parents of a page are read together. */
  const lists = new Map<string, NestedPages<ApplicationRow>>();
  const below = (name: string, parent: "committeeId" | "organizationId") => (states: States) => {
    const choice = `${name} ${states?.toSorted().join() ?? "all"}`;
    const found =
      lists.get(choice) ??
      applications.below(name, parent, { where: [oneOf("application.state", states)] });
    lists.set(choice, found);
    return found;
  };
  return {
    byId: applications.byId,
    ofCommittee: below("committee.applications", "committeeId"),
    ofOrganization: below("organization.applications", "organizationId"),
    list: (filter: ApplicationFilter) =>
      applications.list("applications", [
        ...applications.usual(filter),
        oneOf("application.state", filter.states),
      ]),
  };
}
