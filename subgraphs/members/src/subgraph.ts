import { connectDatabase } from "@alliance-hub/platform/database/connect";
import { migrateSchema, unknownMigrations } from "@alliance-hub/platform/database/migrate";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { AppointmentResolver } from "./nouns/appointment/appointment.resolver.ts";
import { type MembersContext, createContext } from "./context.ts";
import { type MembersTables, SCHEMA, entities, migrations } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { LiaisonResolver, OrganizationLiaisonsResolver } from "./nouns/liaison/liaison.resolver.ts";
import {
  CommitteeMembershipsResolver,
  MembershipResolver,
  OrganizationMembershipsResolver,
} from "./nouns/membership/membership.resolver.ts";
import {
  OrganizationRegistrationsResolver,
  RegistrationResolver,
} from "./nouns/registration/registration.resolver.ts";
import { type ReportKey, readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";
import { CommitteeSeatsResolver, SeatResolver } from "./nouns/seat/seat.resolver.ts";
import { OrganizationTeamsResolver, TeamResolver } from "./nouns/team/team.resolver.ts";
import { CommitteeTermsResolver, TermResolver } from "./nouns/term/term.resolver.ts";
import { ViewerResolver, ViewerRoleResolver } from "./nouns/viewer/viewer.resolver.ts";

/** A record of another subgraph, to which this one adds fields: its key is all there is to know of it. */
const keyOnly = ({ id }: { id: string }): { id: string } | null => (isId(id) ? { id } : null);

/** SDL and executable schema; needs no database. */
export const membersSchema = () =>
  buildSchema({
    resolvers: [
      ViewerResolver,
      ViewerRoleResolver,
      MembershipResolver,
      CommitteeMembershipsResolver,
      OrganizationMembershipsResolver,
      TermResolver,
      CommitteeTermsResolver,
      SeatResolver,
      CommitteeSeatsResolver,
      LiaisonResolver,
      OrganizationLiaisonsResolver,
      AppointmentResolver,
      RegistrationResolver,
      OrganizationRegistrationsResolver,
      TeamResolver,
      OrganizationTeamsResolver,
    ],
    extended: ["Organization", "Committee", "Report"],
    byKeyOnly: [ReportType],
    references: {
      Membership: ({ id }: { id: string }, { memberships }: MembersContext) =>
        memberships.byId.load(id),
      Term: ({ id }: { id: string }, { terms }: MembersContext) => terms.byId.load(id),
      Seat: ({ id }: { id: string }, { seats }: MembersContext) => seats.byId.load(id),
      Liaison: ({ id }: { id: string }, { liaisons }: MembersContext) => liaisons.byId.load(id),
      Appointment: ({ id }: { id: string }, { appointments }: MembersContext) =>
        appointments.byId.load(id),
      Registration: ({ id }: { id: string }, { registrations }: MembersContext) =>
        registrations.byId.load(id),
      Team: ({ id }: { id: string }, { teams }: MembersContext) => teams.byId.load(id),
      Report: (key: ReportKey, context: MembersContext) => readReport(context, key),
      Committee: keyOnly,
      Organization: keyOnly,
      Region: ({ code }: { code: string }) => ({ code }),
    },
  });

/** The subgraph of memberships, terms, seats, registrations, teams, liaisons and appointments. */
export async function createMembersSubgraph(config: SubgraphConfig): Promise<Subgraph> {
  const { sdl, schema } = membersSchema();
  const { databaseUrl: url } = config;
  const database = await connectDatabase<MembersTables>(
    { ...config, url, schema: SCHEMA },
    entities,
  );
  return {
    name: SCHEMA,
    sdl,
    schema,
    createContext: (request) => createContext({ config, database, request }),
    migrations,
    unknownMigrations: () => unknownMigrations({ url, schema: SCHEMA, directory: migrations }),
    migrate: async () => {
      const ran = await migrateSchema({ url, schema: SCHEMA, directory: migrations });
      await database.regionLevels.load();
      return ran;
    },
    loadDemonstration: (options) => loadDemonstration(database, options),
    isReady: () => database.isReady(),
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
