import { anyOf } from "../keys/any-of.ts";
import type { Kysely } from "kysely";
import { currentOrganization } from "./current-organization.ts";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { RegionLevel } from "@alliance-hub/sharing/place";

/**
 * The schema `directory`: views through which `organizations`, `members`, `resources` and the gateway publish
 * keys and placement of their records to the subgraphs, with the names of what is public, and nothing else.
 */
export interface DirectoryTables {
  "directory.region": {
    code: string;
    level: RegionLevel;
    path: (string | null)[];
    allianceCode: string | null;
    parentCode: string | null;
    name: string;
    /** The first day on which it is no more, and what it has become a part of. */
    endedOn: string | null;
    mergedInto: string | null;
  };
  "directory.organization": {
    id: string;
    kind: string;
    regionCode: string;
    regionPath: (string | null)[];
    allianceCode: string;
    name: string;
    state: "ACTIVE" | "ENDED";
    endedOn: string | null;
  };
  /** Organisations that were merged into another one, which they lead to. The others are in `organization`. */
  "directory.mergedOrganization": { fromId: string; intoId: string };
  "directory.committee": {
    id: string;
    level: string;
    kind: string;
    /** The party organisation that it belongs to. */
    organizationId: string;
    parentId: string | null;
    ancestorIds: string[];
    demonstration: boolean;
    regionCode: string;
    regionPath: (string | null)[];
    allianceCode: string;
    name: string;
  };
  /** Current memberships, with the last day that is planned; null if the unit stays. */
  "directory.membership": { committeeId: string; organizationId: string; lastDay: string | null };
  /** Seats that have a sign-in and have not been ended, with their first and last valid day. */
  "directory.seat": {
    subject: string;
    committeeId: string;
    organizationId: string;
    role: string;
    firstDay: string;
    lastDay: string;
  };
  /** Committees that their secretary has handed over to a deputy, with the first and last valid day. */
  "directory.handover": {
    subject: string;
    committeeId: string;
    organizationId: string;
    firstDay: string;
    lastDay: string;
  };
  "directory.liaison": { subject: string; organizationId: string };
  /**
   * What other subgraphs need to know about a resource to name it in their records and to decide who may see
   * it.
   */
  "directory.resource": {
    id: string;
    kind: string;
    providerId: string;
    audience: Audience;
    state: string;
    allianceCode: string;
    committeeId: string | null;
    regionPath: (string | null)[];
  };
  /** Titles and addresses of resources, with what decides who may see them. Only `activities` may read it. */
  "directory.titledResource": {
    id: string;
    title: string;
    address: string | null;
    providerId: string;
    audience: Audience;
    state: string;
    allianceCode: string;
    committeeId: string | null;
  };
  /** Bookings that activities have made of their venues. Only `activities` may read it. */
  "directory.activityBooking": {
    id: string;
    activityId: string;
    resourceId: string;
    organizationId: string;
    providerId: string;
    state: string;
    startsAt: Date;
    endsAt: Date;
  };
  "directory.appointment": { subject: string; role: string; regionCode: string };
  /** Partner systems whose key is valid; the gateway publishes them. */
  "directory.partner": { subject: string; organizationId: string; scopes: string[] };
}

export type RegionEntry = DirectoryTables["directory.region"];
export type OrganizationEntry = DirectoryTables["directory.organization"];
export type CommitteeEntry = DirectoryTables["directory.committee"];

/** Look-ups in the directory; each is one statement. */
export interface Directory {
  region(code: string): Promise<RegionEntry | undefined>;
  /** By its present or a former id; the entry has the present one. */
  organization(id: string): Promise<OrganizationEntry | undefined>;
  organizations(ids: readonly string[]): Promise<OrganizationEntry[]>;
  committee(id: string): Promise<CommitteeEntry | undefined>;
  isMember(committeeId: string, organizationId: string): Promise<boolean>;
}

/** The directory as seen through a subgraph's own connection or transaction. */
export function createDirectory(rows: Kysely<DirectoryTables>): Directory {
  return {
    region: (code) =>
      rows.selectFrom("directory.region").selectAll().where("code", "=", code).executeTakeFirst(),
    organization: (id) =>
      rows
        .selectFrom("directory.organization")
        .selectAll()
        .where("id", "=", currentOrganization(id))
        .executeTakeFirst(),
    organizations: async (ids) =>
      ids.length === 0
        ? []
        : await rows
            .selectFrom("directory.organization")
            .selectAll()
            .where(anyOf("id", ids, "uuid"))
            .execute(),
    committee: (id) =>
      rows.selectFrom("directory.committee").selectAll().where("id", "=", id).executeTakeFirst(),
    isMember: async (committeeId, organizationId) => {
      const found = await rows
        .selectFrom("directory.membership")
        .select("committeeId")
        .where("committeeId", "=", committeeId)
        .where("organizationId", "=", organizationId)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
