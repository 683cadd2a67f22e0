import { runSubgraph } from "@alliance-hub/platform/serve/run";
import { createActivitiesSubgraph } from "./subgraph.ts";

await runSubgraph(createActivitiesSubgraph, { name: "activities", defaultPort: 4004 });
