import { runSubgraph } from "@alliance-hub/platform/serve/run";
import { createMembersSubgraph } from "./subgraph.ts";

await runSubgraph(createMembersSubgraph, { name: "members", defaultPort: 4002 });
