import { runSubgraph } from "@alliance-hub/kit/subgraph/run";
import { createActivitiesSubgraph } from "./subgraph.ts";

await runSubgraph(createActivitiesSubgraph, { name: "activities", defaultPort: 4004 });
