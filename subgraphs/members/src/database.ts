import { fileURLToPath } from "node:url";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import { type Appointment, AppointmentSchema } from "./nouns/appointment/appointment.entity.ts";
import { type Liaison, LiaisonSchema } from "./nouns/liaison/liaison.entity.ts";
import { type Membership, MembershipSchema } from "./nouns/membership/membership.entity.ts";
import { type Registration, RegistrationSchema } from "./nouns/registration/registration.entity.ts";
import { type Seat, SeatSchema } from "./nouns/seat/seat.entity.ts";
import { type Team, TeamSchema } from "./nouns/team/team.entity.ts";
import { type Term, TermSchema } from "./nouns/term/term.entity.ts";

/** PostgreSQL schema, and with `hub_` before it the role, of this subgraph. */
export const SCHEMA = "members";

export const entities = [
  TermSchema,
  MembershipSchema,
  SeatSchema,
  LiaisonSchema,
  AppointmentSchema,
  RegistrationSchema,
  TeamSchema,
];

export const migrations = fileURLToPath(new URL("../src/migrations", import.meta.url));

/** Tables as plain reads see them. */
export interface MembersTables extends DirectoryTables {
  term: Row<Term>;
  membership: Row<Membership>;
  seat: Row<Seat>;
  liaison: Row<Liaison>;
  appointment: Row<Appointment>;
  registration: Row<Registration>;
  team: Row<Team>;
}
