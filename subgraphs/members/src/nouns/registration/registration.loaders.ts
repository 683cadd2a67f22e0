import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { Registration } from "./registration.entity.ts";
import type { RegistrationFilter } from "./registration.input.ts";
import { readable } from "./registration.policy.ts";

/** A registration as lists and loaders give it. */
export type RegistrationRow = Row<Registration>;

/** The tables that registrations are read from. */
export interface RegistrationTables extends DirectoryTables {
  registration: RegistrationRow;
}

/** What registrations need of a call. */
export interface RegistrationContext extends BaseContext<RegistrationTables> {
  readonly registrations: RegistrationLoaders;
}

/** Reads of registrations, limited to what the viewer may see. */
export type RegistrationLoaders = ReturnType<typeof createRegistrationLoaders>;

/** Loaders of one call. */
export function createRegistrationLoaders(context: BaseContext<RegistrationTables>) {
  const registrations = recordReads(context, {
    table: "registration",
    readable: readable(context.viewer),
  });
  return {
    byId: registrations.byId,
    ofOrganization: registrations.below("organization.registrations", "organizationId"),
    list: ({ regionCode, states, responsible, organizationId }: RegistrationFilter) =>
      registrations.list("registrations", [
        registrations.within(regionCode),
        oneOf("registration.state", states),
        responsible == null ? undefined : sql<SqlBool>`registration.responsible = ${responsible}`,
        isRecord("registration.organizationId", organizationId),
      ]),
  };
}
