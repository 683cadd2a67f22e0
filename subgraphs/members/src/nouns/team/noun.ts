import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { TeamSchema } from "./team.entity.ts";
import { createTeamLoaders } from "./team.loaders.ts";
import * as resolvers from "./team.resolver.ts";

export const team = recordNoun({
  name: "Team",
  entity: TeamSchema,
  loaders: { teams: createTeamLoaders },
  resolvers,
});
