/** Roles of a viewer. They follow from records (a liaison, a seat, an appointment), never from a token. */
export const Role = {
  LIAISON: "LIAISON",
  MEMBER: "MEMBER",
  SECRETARY: "SECRETARY",
  DEPUTY: "DEPUTY",
  AUDITOR: "AUDITOR",
  OPERATOR: "OPERATOR",
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/**
 * One role and its scope: a committee (member, secretary, deputy), a region (auditor, operator) or a unit (liaison).
 */
export interface ViewerRole {
  readonly role: Role;
  readonly committeeId: string | null;
  readonly regionCode: string | null;
  readonly organizationId: string | null;
}

/**
 * Who is asking, with everything a policy needs, read once per request. Subgraphs over HTTP get it
 * under the gateway's signature.
 */
export interface Viewer {
  readonly kind: "ANONYMOUS" | "PERSON" | "PARTNER";
  /** `sub` of the token, or the partner's name. */
  readonly subject: string | null;
  /** The first unit that the viewer acts for; null if there is none. */
  readonly organizationId: string | null;
  readonly roles: readonly ViewerRole[];
  /**
   * Units the viewer may act for: as their liaison, as secretary of a committee that belongs to them or as the
   * secretary's deputy, or as their partner system.
   */
  readonly organizationIds: readonly string[];
  /** Alliance regions whose `ALLIANCE` records the viewer may read. */
  readonly allianceCodes: readonly string[];
  /** Committees whose `COMMITTEE` records the viewer may read. */
  readonly committeeIds: readonly string[];
  /** Committees the viewer sits on today: agenda items may be put there. */
  readonly seatCommitteeIds: readonly string[];
  /** Committees the viewer runs: those with a secretary's seat or handed over, and all below them. */
  readonly runsCommitteeIds: readonly string[];
  /**
   * Organisations on which committees below those that the viewer runs stand: what awaits them may be read, but only
   * they do it.
   */
  readonly belowOrganizationIds: readonly string[];
  /**
   * Committees that were handed over to the viewer, who does not run them otherwise: who is their secretary, and
   * until when, is not the viewer's to decide.
   */
  readonly deputyCommitteeIds: readonly string[];
  /** Regions an operator is appointed for; what lies below is included. */
  readonly operatorRegionCodes: readonly string[];
  /** Regions an auditor is appointed for; what lies below is included. */
  readonly auditorRegionCodes: readonly string[];
  /** What a partner's key permits, such as `activities:read`; empty for persons. */
  readonly scopes: readonly string[];
}

/** The parts of a viewer that decide which shared records it may see. */
export type ViewerReach = Pick<
  Viewer,
  "organizationIds" | "runsCommitteeIds" | "allianceCodes" | "committeeIds" | "operatorRegionCodes"
>;

/** The viewer of a request without a token: reads what is `PUBLIC`. */
export const ANONYMOUS: Viewer = Object.freeze({
  kind: "ANONYMOUS",
  subject: null,
  organizationId: null,
  roles: [],
  organizationIds: [],
  allianceCodes: [],
  committeeIds: [],
  seatCommitteeIds: [],
  runsCommitteeIds: [],
  belowOrganizationIds: [],
  deputyCommitteeIds: [],
  operatorRegionCodes: [],
  auditorRegionCodes: [],
  scopes: [],
});

/** Whether the viewer may act for the unit: as its liaison does, or as its partner system with the scope `write`. */
export function actsFor(viewer: Viewer, organizationId: string): boolean {
  if (!viewer.organizationIds.includes(organizationId)) return false;
  return viewer.kind === "PERSON" || (viewer.kind === "PARTNER" && viewer.scopes.includes("write"));
}

/**
 * The viewer as one subgraph may know it. A person stays as is. A partner keeps the scopes named
 * for that subgraph (`resources:read` becomes `read`); without `read` there it sees what is public.
 */
export function viewerWithin(viewer: Viewer, subgraph: string): Viewer {
  if (viewer.kind !== "PARTNER") return viewer;
  const prefix = `${subgraph}:`;
  const scopes = viewer.scopes
    .filter((scope) => scope.startsWith(prefix))
    .map((scope) => scope.slice(prefix.length));
  if (scopes.includes("read")) return { ...viewer, scopes };
  return { ...ANONYMOUS, kind: "PARTNER", subject: viewer.subject };
}

/** Whether the viewer is secretary of the committee or of one above it, or the secretary's deputy there. */
export function runs(viewer: Viewer, committeeId: string | null): boolean {
  return committeeId !== null && viewer.runsCommitteeIds.includes(committeeId);
}

/** Whether the viewer is an operator for a place, given as its path of region codes by level. */
export function operates(viewer: Viewer, regionPath: readonly (string | null)[]): boolean {
  return viewer.operatorRegionCodes.some((code) => regionPath.includes(code));
}

/** Whose a record is: of the two ids one is null. */
export interface Owner {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
}

/** Whether the viewer may act for a record's owner: as the unit, or as whoever runs the committee. */
export function actsForOwner(viewer: Viewer, { organizationId, committeeId }: Owner): boolean {
  return organizationId === null ? runs(viewer, committeeId) : actsFor(viewer, organizationId);
}
