import { dayWords } from "@alliance-hub/platform/words/times";
import { badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { sql } from "kysely";
import { servedOn } from "../mechanisms/served-places/served-on.ts";
import type { OrganizationsContext } from "../context.ts";

/** This subgraph's figures. */
export interface ReportShare extends ReportKey {
  readonly streetCommittees: number;
  readonly communityCommittees: number;
  readonly demonstrationCommittees: number;
  readonly grids: number;
  readonly residentialEstates: number;
  readonly estatesWithOwnersCommittee: number;
  readonly estatesWithPropertyCompany: number;
  readonly estatesWithOwnersCommitteeOnly: number;
}

/**
 * Counts this subgraph's share, in one statement: the state at the end of the last day.
 *
 * @throws HubError `BAD_USER_INPUT` for days that are turned round, `NOT_FOUND` for an unknown region.
 */
export async function readReport(
  context: OrganizationsContext,
  asked: ReportKey,
): Promise<ReportShare> {
  const { from, to } = asked;
  if (to < from)
    throw badInput("to", {
      zh: `截止日期${dayWords(to).zh}早于起始日期${dayWords(from).zh}。请填更晚的日期。`,
      en: `"to" ${to} is before "from" ${from}. Give a later day.`,
    });
  // Whoever has kept the link of a place that was merged gets the report of the place that it has become a part of.
  const region = await context.database.regionLevels.of(asked.regionCode);
  if (!region) throw notFound("Region", asked.regionCode);
  const key = { ...asked, regionCode: region.code };
  const here = await context.regions.within(key.regionCode, "committee.regionPath");
  const placeHere = await context.regions.within(key.regionCode, "region.path");
  const counted = await sql<Omit<ReportShare, keyof ReportKey>>`
    with estate as (
      select ${servedOn(to, "OWNERS_COMMITTEE")} as has_owners, ${servedOn(to, "PROPERTY_COMPANY")} as has_company
      from region where region.level = 'ESTATE' and ${placeHere}
    )
    select
      (select count(*) from estate) as residential_estates,
      (select count(*) from estate where has_owners) as estates_with_owners_committee,
      (select count(*) from estate where has_company) as estates_with_property_company,
      (select count(*) from estate where has_owners and not has_company) as estates_with_owners_committee_only,
      count(*) filter (where level = 'STREET' and kind = 'JOINT_COMMITTEE') as street_committees,
      count(*) filter (where level = 'COMMUNITY' and kind = 'JOINT_COMMITTEE') as community_committees,
      count(*) filter (where demonstration and kind <> 'WORKING_GROUP') as demonstration_committees,
      (select count(*) from region where region.level = 'GRID' and level_name is null
        and (ended_on is null or ended_on > ${key.to}::date) and ${placeHere}) as grids
    from committee where established_on <= ${key.to}::date and ${here}`.execute(context.rows);
  const figures = counted.rows[0];
  if (!figures) throw new Error("An aggregate gave no row");
  return { ...key, ...figures };
}

/** A report whose share is counted only where it is asked for, such as a part of another report. */
export function laterReport(context: OrganizationsContext, key: ReportKey) {
  let share: Promise<ReportShare> | undefined;
  const read = (): Promise<ReportShare> => (share ??= readReport(context, key));
  const figure = async (name: Exclude<keyof ReportShare, keyof ReportKey>): Promise<number> =>
    (await read())[name];
  return {
    ...key,
    get streetCommittees() {
      return figure("streetCommittees");
    },
    get communityCommittees() {
      return figure("communityCommittees");
    },
    get demonstrationCommittees() {
      return figure("demonstrationCommittees");
    },
    get grids() {
      return figure("grids");
    },
    get residentialEstates() {
      return figure("residentialEstates");
    },
    get estatesWithOwnersCommittee() {
      return figure("estatesWithOwnersCommittee");
    },
    get estatesWithPropertyCompany() {
      return figure("estatesWithPropertyCompany");
    },
    get estatesWithOwnersCommitteeOnly() {
      return figure("estatesWithOwnersCommitteeOnly");
    },
  };
}
