import { createActivitiesSubgraph } from "@alliance-hub/activities/subgraph";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { createMembersSubgraph } from "@alliance-hub/members/subgraph";
import { createOrganizationsSubgraph } from "@alliance-hub/organizations/subgraph";
import { createResourcesSubgraph } from "@alliance-hub/resources/subgraph";

/** The four subgraphs, in the order in which their tables are made and filled. */
export async function createSubgraphs(config: SubgraphConfig): Promise<Subgraph[]> {
  return await Promise.all([
    createOrganizationsSubgraph(config),
    createMembersSubgraph(config),
    createResourcesSubgraph(config),
    createActivitiesSubgraph(config),
  ]);
}
