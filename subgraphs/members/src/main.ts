import { runSubgraph } from "@alliance-hub/kit/subgraph/run";
import { createMembersSubgraph } from "./subgraph.ts";

await runSubgraph(createMembersSubgraph, { name: "members", defaultPort: 4002 });
