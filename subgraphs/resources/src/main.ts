import { runSubgraph } from "@alliance-hub/platform/serve/run";
import { createResourcesSubgraph } from "./subgraph.ts";

await runSubgraph(createResourcesSubgraph, { name: "resources", defaultPort: 4003 });
