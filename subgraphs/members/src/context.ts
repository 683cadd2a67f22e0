import type { Database } from "@alliance-hub/platform/database/connect";
import { type BaseContext, createBaseContext } from "@alliance-hub/platform/subgraph/context";
import { lazily } from "@alliance-hub/platform/subgraph/lazily";
import type { SubgraphConfig, SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import {
  type AppointmentLoaders,
  createAppointmentLoaders,
} from "./nouns/appointment/appointment.loaders.ts";
import { type MembersTables, SCHEMA } from "./database.ts";
import { type LiaisonLoaders, createLiaisonLoaders } from "./nouns/liaison/liaison.loaders.ts";
import {
  type MembershipLoaders,
  createMembershipLoaders,
} from "./nouns/membership/membership.loaders.ts";
import {
  type RegistrationLoaders,
  createRegistrationLoaders,
} from "./nouns/registration/registration.loaders.ts";
import { type SeatLoaders, createSeatLoaders } from "./nouns/seat/seat.loaders.ts";
import { type TeamLoaders, createTeamLoaders } from "./nouns/team/team.loaders.ts";
import { type TermLoaders, createTermLoaders } from "./nouns/term/term.loaders.ts";

/** What resolvers and services of this subgraph work with, for one call. */
export interface MembersContext extends BaseContext<MembersTables>, Parts {}

interface Parts {
  readonly terms: TermLoaders;
  readonly memberships: MembershipLoaders;
  readonly seats: SeatLoaders;
  readonly liaisons: LiaisonLoaders;
  readonly appointments: AppointmentLoaders;
  readonly registrations: RegistrationLoaders;
  readonly teams: TeamLoaders;
}

const complete = lazily<BaseContext<MembersTables>, Parts>({
  terms: createTermLoaders,
  memberships: createMembershipLoaders,
  seats: createSeatLoaders,
  liaisons: createLiaisonLoaders,
  appointments: createAppointmentLoaders,
  registrations: createRegistrationLoaders,
  teams: createTeamLoaders,
});

/** The context of one call. */
export function createContext(parts: {
  config: SubgraphConfig;
  database: Database<MembersTables>;
  request: SubgraphRequest;
}): MembersContext {
  return complete(createBaseContext(SCHEMA, parts));
}
