import type { Noun } from "@alliance-hub/platform/noun/noun";
import { TeamSchema } from "./team.entity.ts";
import { type TeamContext, createTeamLoaders } from "./team.loaders.ts";
import * as resolvers from "./team.resolver.ts";

export const team = {
  name: "Team",
  entity: TeamSchema,
  loaders: { teams: createTeamLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { teams }: TeamContext) => teams.byId.load(id),
} satisfies Noun;
