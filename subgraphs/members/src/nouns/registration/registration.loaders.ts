import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Registration, ReportedHeadcount } from "./registration.entity.ts";
import type { RegistrationFilter } from "./registration.input.ts";
import { readable } from "./registration.policy.ts";

/** A registration as lists and loaders give it. */
export type RegistrationRow = Row<Registration>;

/** The tables that registrations are read from. */
export interface RegistrationTables extends TablesWith<"registration", Registration> {}

/** What registrations need of a call. */
export interface RegistrationContext extends ContextWith<
  "registrations",
  typeof createRegistrationLoaders
> {}

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
        responsible == null ? undefined : isResponsible(responsible),
        isOrganization("registration.organizationId", organizationId),
      ]),
  };
}

function isResponsible(wanted: boolean): Condition {
  return condition(
    "responsible",
    [wanted],
    (value) => sql<SqlBool>`registration.responsible = ${value}`,
  );
}

/** All headcounts that were reported, by day: the first one with the registration. */
export function reportedHeadcounts({
  headcount,
  headcounts,
  submittedAt,
}: Pick<
  RegistrationRow,
  "headcount" | "headcounts" | "submittedAt"
>): readonly ReportedHeadcount[] {
  return headcounts ?? [{ on: shanghaiDay(submittedAt), headcount }];
}
