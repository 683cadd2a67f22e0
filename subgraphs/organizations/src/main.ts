import { runSubgraph } from "@alliance-hub/kit/subgraph/run";
import { createOrganizationsSubgraph } from "./subgraph.ts";

await runSubgraph(createOrganizationsSubgraph, { name: "organizations", defaultPort: 4001 });
