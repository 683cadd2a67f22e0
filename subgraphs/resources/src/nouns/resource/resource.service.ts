import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { type Checked, InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import { type HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import {
  checked,
  checkedOrNull,
  checkedWhereGiven,
  emptiedWhereNull,
} from "@alliance-hub/platform/limits/checked";
import type { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import {
  type Placement,
  placementOf,
  requireOrganization,
} from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { RESOURCE_STEPS, Resource } from "./resource.entity.ts";
import {
  type DiscardResourceInput,
  LIMITS,
  type PublishResourceInput,
  type ShareResourceInput,
  type UpdateResourceInput,
} from "./resource.input.ts";
import type { ResourceContext, ResourceRow } from "./resource.loaders.ts";
import { can } from "./resource.policy.ts";
import { noticesOfResource } from "./resource.notices.ts";

/** The changes of a resource; some of them change its bookings, too, and need a context that has these. */
export const resourceChanges = <Context extends ResourceContext>() =>
  recordChanges({
    noun: "Resource",
    entity: Resource,
    reload: ({ resources }: Context, id): Promise<ResourceRow | null> => resources.byId.load(id),
    mayRead: (viewer, resource) => can(viewer, "read", resource),
    can,
    only: (_resource, action) => ({
      zh: "只有提供单位的联络员可以发布和更改它的资源。",
      en: `Only a liaison of the unit that offers it may ${action} a resource.`,
    }),
    steps: RESOURCE_STEPS,
    search: ({ title, description }) => searchColumns(title, description),
    note: ({ providerId, regionPath }) => ({ organizationId: providerId, regionPath }),
    notices: noticesOfResource,
  });

const changes = resourceChanges<ResourceContext>();

/**
 * Puts a resource on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function shareResource(
  context: ResourceContext,
  input: ShareResourceInput,
): Promise<ResourceRow> {
  const { kind, audience, committeeId = null } = input;
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  const checks = new InputChecks();
  const provider = await checks.of(async () => {
    const found = await requireOrganization(context.directory, input.providerId, "providerId");
    const resource = { providerId: found.id, audience, committeeId, state } as const;
    changes.require(context.viewer, "share", { ...resource, allianceCode: found.allianceCode });
    return found;
  });
  const placement = await checks.of(() =>
    placementOf(context.directory, provider(), { committeeId, audience }),
  );
  const { title, ...others } = LIMITS;
  const given = await checks.of(() =>
    gathered({
      first: () => checked(input, { title }),
      rest: () => checkedOrNull(input, others),
      venue: () => venueOf(input),
    }),
  );
  checks.end();
  const { first, rest, venue } = given();
  const wanted = { providerId: provider().id, audience, committeeId };
  const content = { kind, ...first, ...rest, approval: input.approval ?? false, ...venue };
  return await changes.create(
    context,
    { action: "shareResource", input, details: { state } },
    ({ now }, create) =>
      create({
        ...placement(),
        ...wanted,
        ...content,
        demonstration: false,
        bufferMinutes: 0,
        hasRules: false,
        state,
        publishedAt: state === "PUBLISHED" ? now : null,
      }),
  );
}

/** What an update gives, checked. @throws HubError `BAD_USER_INPUT`. */
export function checkedUpdate(input: UpdateResourceInput) {
  const { approval, venueKind, functionAreas } = input;
  return {
    ...checkedWhereGiven(input, LIMITS),
    ...emptiedWhereNull(input, CLEARABLE),
    ...(approval == null ? {} : { approval }),
    ...(venueKind == null ? {} : { venueKind }),
    ...(functionAreas == null ? {} : { functionAreas: [...new Set(functionAreas)] }),
  };
}

/** What a resource can do without. */
const CLEARABLE = ["unit", "description"] as const;

/** What {@link checkedUpdate} makes of an update. */
type Update = ReturnType<typeof checkedUpdate>;

/**
 * Writes on a locked resource what an update gives. One that was withdrawn can be changed, too, before it goes back on the
 * list: its unit may have left the committee.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`.
 */
export async function applyUpdate(
  { directory }: Pick<ResourceContext, "directory">,
  resource: Resource,
  ...[input, given]: [UpdateResourceInput, Checked<Update>]
): Promise<Update> {
  const { venueKind = null, functionAreas = null } = input;
  const kind = input.kind ?? resource.kind;
  const checks = new InputChecks();
  await checks.of(() => requireVenue({ kind, venueKind, functionAreas }));
  const sharing = await checks.of(() => sharingAfter(directory, resource, input));
  checks.end();
  const noVenue = kind === "VENUE" ? {} : { venueKind: null, functionAreas: [] };
  Object.assign(resource, { kind, ...given(), ...noVenue, ...sharing() });
  return given();
}

/** With whom a resource is shared after an update. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`. */
async function sharingAfter(
  directory: ResourceContext["directory"],
  resource: Readonly<Resource>,
  input: UpdateResourceInput,
): Promise<Partial<Pick<Resource, "committeeId" | "audience"> & Placement>> {
  const audience = input.audience ?? resource.audience;
  const committeeId = input.committeeId === undefined ? resource.committeeId : input.committeeId;
  if (audience === resource.audience && committeeId === resource.committeeId) return {};
  const provider = await requireOrganization(directory, resource.providerId, "providerId");
  const placement = await placementOf(directory, provider, { committeeId, audience });
  return { ...placement, committeeId, audience };
}

/**
 * Puts a draft on the list, or again a resource that was withdrawn by mistake. Bookings that were cancelled with it
 * stay cancelled: their times may have been given to others elsewhere.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishResource(
  context: ResourceContext,
  input: PublishResourceInput,
): Promise<ResourceRow> {
  const step = { action: "publishResource", may: "change", to: "PUBLISHED", input } as const;
  return await changes.change(context, step, async (resource, { rows, now }) => {
    const { providerId: organizationId } = resource;
    await requireStillUnit(rows, resource, { noun: "Resource", organizationId });
    if (resource.state === "WITHDRAWN")
      Object.assign(resource, await placeAgain(context, resource));
    // Reports have counted it from its first day on, and go on doing so.
    const publishedAt = resource.publishedAt ?? now;
    Object.assign(resource, { publishedAt, withdrawnAt: null, withdrawReason: null });
  });
}

/** Where a withdrawn resource belongs now: it stayed in its place while its unit was moved or merged. */
async function placeAgain(
  { directory }: Pick<ResourceContext, "directory">,
  resource: Readonly<Resource>,
): Promise<Placement> {
  const provider = await requireOrganization(directory, resource.providerId, "id");
  return await placementOf(directory, provider, resource);
}

/**
 * Discards a draft, which nobody but its provider has seen.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function discardResource(
  context: ResourceContext,
  input: DiscardResourceInput,
): Promise<DiscardDraftPayload> {
  const constraints = { commitment_resource_id_fkey: isCommitted };
  const step = { action: "discardResource", may: "change", input, constraints } as const;
  return await changes.discard(context, step);
}

const isCommitted = (): HubError =>
  badInput("id", {
    zh: "有协议草稿的承诺事项写着此资源。请先在协议草稿中去掉它，再删除。",
    en: "A commitment of an agreement that is a draft names this resource. Take it out of that draft first.",
  });

/** What only venues have. @throws HubError `BAD_USER_INPUT`. */
function venueOf(input: ShareResourceInput) {
  requireVenue(input);
  return {
    venueKind: input.venueKind ?? null,
    functionAreas: [...new Set(input.functionAreas)],
  };
}

type OfVenues = Pick<ShareResourceInput, "kind" | "venueKind" | "functionAreas">;

/** Rejects what only venues have of anything else. @throws HubError `BAD_USER_INPUT`. */
function requireVenue(given: OfVenues): void {
  gathered({
    venueKind: () => requireNoVenueKind(given),
    functionAreas: () => requireNoAreas(given),
  });
}

function requireNoVenueKind({ kind, venueKind }: OfVenues): void {
  if (kind !== "VENUE" && venueKind != null) {
    throw badInput("venueKind", {
      zh: `类型为${valueWords("ResourceKind", kind).zh}的资源没有阵地类型，只有场地才有。请不要填写。`,
      en: `"venueKind" is given for a ${kind}; only a VENUE has one. Leave it out.`,
    });
  }
}

function requireNoAreas({ kind, functionAreas }: OfVenues): void {
  if (kind !== "VENUE" && functionAreas && functionAreas.length > 0) {
    throw badInput("functionAreas", {
      zh: `类型为${valueWords("ResourceKind", kind).zh}的资源没有功能区，只有场地才有。请不要填写。`,
      en: `"functionAreas" are given for a ${kind}; only a VENUE has them. Leave them out.`,
    });
  }
}

/** A resource that is there, as the transaction has it. */
export async function resourceIn(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<Resource>> {
  return await em.findOneOrFail(Resource, id);
}

/** A resource that is there, locked: what is taken of it is decided one caller after the other. */
export async function lockResource(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Resource> {
  return await em.findOneOrFail(Resource, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Several resources, by id. All callers lock them in the order of their ids, so that no two wait for each other. */
export async function lockResources(
  work: Pick<Work<unknown>, "em">,
  ids: readonly string[],
): Promise<Map<string, Resource>> {
  const locked = new Map<string, Resource>();
  for (const id of new Set(ids.toSorted((one, other) => (one < other ? -1 : 1))))
    locked.set(id, await lockResource(work, id));
  return locked;
}
