import { runSubgraph } from "@alliance-hub/kit/subgraph/run";
import { createResourcesSubgraph } from "./subgraph.ts";

await runSubgraph(createResourcesSubgraph, { name: "resources", defaultPort: 4003 });
