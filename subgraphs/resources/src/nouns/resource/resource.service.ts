import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import {
  HubError,
  badInput,
  conflict,
  forbidden,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import { placementOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import { cancelAhead, followCapacity } from "../booking/booking.service.ts";
import type { ResourcesContext } from "../../context.ts";
import type { ResourcesTables } from "../../database.ts";
import { takenAhead } from "../../mechanisms/free-time/free-slot.service.ts";
import { RESOURCE_STEPS, Resource } from "./resource.entity.ts";
import type {
  PublishResourceInput,
  ShareResourceInput,
  UpdateResourceInput,
  WithdrawResourceInput,
} from "./resource.input.ts";
import type { ResourceRow } from "./resource.loaders.ts";
import { can } from "./resource.policy.ts";

const TITLE = { maxLength: 100 };
const UNIT = { maxLength: 20 };
const DESCRIPTION = { maxLength: 2000, multiline: true };
const REASON = { maxLength: 200 };

/**
 * Puts a resource on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function shareResource(
  context: ResourcesContext,
  input: ShareResourceInput,
): Promise<ResourceRow> {
  const { kind, audience } = input;
  const provider = await requireOrganization(context.directory, input.providerId);
  const wanted = { providerId: provider.id, audience, committeeId: input.committeeId ?? null };
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  if (!can(context.viewer, "share", { ...wanted, state, allianceCode: provider.allianceCode })) {
    throw forbidden(context.viewer, `Only a liaison of ${provider.id} may share resources for it.`);
  }
  const placement = await placementOf(context.directory, provider, wanted);
  const title = requireText("title", input.title, TITLE);
  const description = optionalText("description", input.description, DESCRIPTION);
  const content = {
    title,
    kind,
    description,
    unit: optionalText("unit", input.unit, UNIT),
    capacity: input.capacity == null ? null : requireCount("capacity", input.capacity),
    approval: input.approval ?? false,
    ...venueOf(input),
    ...searchColumns(title, description),
  };
  return await change(
    context,
    { action: "shareResource", input, reload: (id) => context.resources.byId.load(id) },
    async ({ em, now }) => {
      const record = em.create(Resource, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        ...placement,
        ...wanted,
        ...content,
        demonstration: false,
        state,
        publishedAt: state === "PUBLISHED" ? now : null,
        withdrawnAt: null,
        withdrawReason: null,
      });
      return { record, audit: auditOf(record, { state }) };
    },
  );
}

/**
 * Changes a resource. Its capacity may not fall below what is booked from now on.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function updateResource(
  context: ResourcesContext,
  input: UpdateResourceInput,
): Promise<ResourceRow> {
  const title = input.title == null ? undefined : requireText("title", input.title, TITLE);
  const description =
    input.description == null
      ? undefined
      : requireText("description", input.description, DESCRIPTION);
  const unit = input.unit == null ? undefined : requireText("unit", input.unit, UNIT);
  const capacity = input.capacity == null ? undefined : requireCount("capacity", input.capacity);
  return await changeResource(
    context,
    { action: "updateResource", input },
    async (record, work) => {
      if (record.state === "WITHDRAWN") {
        throw new HubError(
          "ILLEGAL_TRANSITION",
          `Resource ${record.id} is WITHDRAWN and can no longer be changed. Share it anew.`,
          {
            state: record.state,
            allowed: [],
          },
        );
      }
      if (title !== undefined) record.title = title;
      if (description !== undefined) record.description = description;
      if (unit !== undefined) record.unit = unit;
      if (capacity !== undefined) await changeCapacity(work, record, capacity);
      if (input.approval != null) record.approval = input.approval;
      Object.assign(record, searchColumns(record.title, record.description));
      return capacity === undefined ? {} : { capacity };
    },
  );
}

/**
 * Puts a draft on the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishResource(
  context: ResourcesContext,
  input: PublishResourceInput,
): Promise<ResourceRow> {
  return await changeResource(
    context,
    { action: "publishResource", input },
    async (record, { rows, now }) => {
      requireTransition(RESOURCE_STEPS, record, { noun: "Resource", to: "PUBLISHED" });
      await requireStillUnit(rows, record, { noun: "Resource", organizationId: record.providerId });
      record.state = "PUBLISHED";
      record.publishedAt = now;
      return {};
    },
  );
}

/**
 * Takes a resource off the list. Bookings that have not begun are cancelled for the same reason:
 * nobody should come to a closed door.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawResource(
  context: ResourcesContext,
  input: WithdrawResourceInput,
): Promise<ResourceRow> {
  const reason = requireText("reason", input.reason, REASON);
  return await changeResource(
    context,
    { action: "withdrawResource", input },
    async (record, work) => {
      requireTransition(RESOURCE_STEPS, record, { noun: "Resource", to: "WITHDRAWN" });
      record.state = "WITHDRAWN";
      record.withdrawnAt = work.now;
      record.withdrawReason = reason;
      return { bookingsCancelled: await cancelAhead(work, record.id, reason) };
    },
  );
}

type Step = (record: Resource, work: Work<ResourcesTables>) => Promise<Record<string, unknown>>;

/** A change of one resource by its provider, under its lock; the step returns details for the audit log. */
async function changeResource(
  context: ResourcesContext,
  { action, input }: { action: string; input: PublishResourceInput },
  step: Step,
): Promise<ResourceRow> {
  return await change(
    context,
    { action, input, reload: (id) => context.resources.byId.load(id) },
    async (work) => {
      const record = isId(input.id)
        ? await work.em.findOne(Resource, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record || !can(context.viewer, "read", record)) throw notFound("Resource", input.id);
      if (!can(context.viewer, "change", record)) {
        throw forbidden(
          context.viewer,
          `Only a liaison of ${record.providerId}, which offers it, may change resource ${record.id}.`,
        );
      }
      requireVersion(record, input.version);
      const details = await step(record, work);
      record.updatedAt = work.now;
      return { record, audit: auditOf(record, details) };
    },
  );
}

async function changeCapacity(
  work: Work<ResourcesTables>,
  record: Resource,
  capacity: number,
): Promise<void> {
  const taken = await takenAhead(work, record.id);
  if (taken > capacity) {
    throw conflict(
      `Resource ${record.id} is booked up to ${taken} at a time from now on; "capacity" ${capacity} is less. Cancel bookings first, or give ${taken} or more.`,
      { taken },
    );
  }
  record.capacity = capacity;
  await followCapacity(work, record);
}

/** What only venues have. */
function venueOf({ kind, venueKind = null, functionAreas }: ShareResourceInput) {
  if (kind !== "VENUE" && venueKind !== null) {
    throw badInput(
      "venueKind",
      `"venueKind" is given for a ${kind}; only a VENUE has one. Leave it out.`,
    );
  }
  if (kind !== "VENUE" && functionAreas && functionAreas.length > 0) {
    throw badInput(
      "functionAreas",
      `"functionAreas" are given for a ${kind}; only a VENUE has them. Leave them out.`,
    );
  }
  return { venueKind, functionAreas: [...new Set(functionAreas)] };
}

function auditOf(record: Resource, details: Record<string, unknown>) {
  const { id, providerId, regionPath } = record;
  return { noun: "Resource", recordId: id, organizationId: providerId, regionPath, details };
}
