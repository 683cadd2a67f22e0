import { runSubgraph } from "@alliance-hub/platform/serve/run";
import { createOrganizationsSubgraph } from "./subgraph.ts";

await runSubgraph(createOrganizationsSubgraph, { name: "organizations", defaultPort: 4001 });
