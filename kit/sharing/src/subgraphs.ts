/** The subgraphs, in the order in which their tables are made; `schema/subgraphs.json` has their ports, too. */
export const SUBGRAPH_NAMES = ["organizations", "members", "resources", "activities"] as const;
