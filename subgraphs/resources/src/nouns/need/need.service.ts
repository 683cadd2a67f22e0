import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import { placementOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import { CollectionRound, stateOn } from "../collection-round/collection-round.entity.ts";
import { can as canOfRound } from "../collection-round/collection-round.policy.ts";
import type { ResourcesContext } from "../../context.ts";
import type { ResourcesTables } from "../../database.ts";
import { NEED_STEPS, Need, type NeedState } from "./need.entity.ts";
import type { PostNeedInput, PublishNeedInput, WithdrawNeedInput } from "./need.input.ts";
import type { NeedRow } from "./need.loaders.ts";
import { can } from "./need.policy.ts";

const TITLE = { maxLength: 100 };
const UNIT = { maxLength: 20 };
const DESCRIPTION = { maxLength: 2000, multiline: true };
const REASON = { maxLength: 200 };

/**
 * Puts a need on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function postNeed(context: ResourcesContext, input: PostNeedInput): Promise<NeedRow> {
  const { kind, audience } = input;
  const organization = await requireOrganization(context.directory, input.organizationId);
  const wanted = {
    organizationId: organization.id,
    audience,
    committeeId: input.committeeId ?? null,
  };
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  if (!can(context.viewer, "post", { ...wanted, state, allianceCode: organization.allianceCode })) {
    throw forbidden(context.viewer, `Only a liaison of ${organization.id} may post needs for it.`);
  }
  const placement = await placementOf(context.directory, organization, wanted);
  const today = shanghaiDay(context.clock());
  const neededBy = input.neededBy ?? null;
  if (neededBy !== null && neededBy < today) {
    throw badInput(
      "neededBy",
      `"neededBy" is ${neededBy}, before today, ${today}. Give today or a later day.`,
    );
  }
  const title = requireText("title", input.title, TITLE);
  const description = optionalText("description", input.description, DESCRIPTION);
  const content = {
    title,
    kind,
    description,
    unit: optionalText("unit", input.unit, UNIT),
    quantity: input.quantity == null ? null : requireCount("quantity", input.quantity),
    ...searchColumns(title, description),
  };
  return await change(
    context,
    { action: "postNeed", input, reload: (id) => context.needs.byId.load(id) },
    async (work) => {
      const { em, now } = work;
      const collectionRoundId = await openRoundOf(context, work, input);
      const record = em.create(Need, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        ...placement,
        ...wanted,
        ...content,
        neededBy,
        collectionRoundId,
        state,
        publishedAt: state === "PUBLISHED" ? now : null,
        withdrawnAt: null,
        withdrawReason: null,
      });
      return { record, audit: auditOf(record) };
    },
  );
}

/**
 * Puts a draft on the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishNeed(
  context: ResourcesContext,
  input: PublishNeedInput,
): Promise<NeedRow> {
  return await changeNeed(
    context,
    { action: "publishNeed", to: "PUBLISHED", input },
    async (record, { rows, now }) => {
      await requireStillUnit(rows, record, { noun: "Need", organizationId: record.organizationId });
      record.publishedAt = now;
    },
  );
}

/**
 * Takes a need off the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawNeed(
  context: ResourcesContext,
  input: WithdrawNeedInput,
): Promise<NeedRow> {
  const reason = requireText("reason", input.reason, REASON);
  return await changeNeed(
    context,
    { action: "withdrawNeed", to: "WITHDRAWN", input },
    (record, { now }) => {
      record.withdrawnAt = now;
      record.withdrawReason = reason;
    },
  );
}

/** One step of one need by its unit, under its lock. */
async function changeNeed(
  context: ResourcesContext,
  { action, to, input }: { action: string; to: NeedState; input: PublishNeedInput },
  step: (record: Need, work: Work<ResourcesTables>) => Promise<void> | void,
): Promise<NeedRow> {
  return await change(
    context,
    { action, input, reload: (id) => context.needs.byId.load(id) },
    async (work) => {
      const { em, now } = work;
      const record = isId(input.id)
        ? await em.findOne(Need, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record || !can(context.viewer, "read", record)) throw notFound("Need", input.id);
      if (!can(context.viewer, "change", record)) {
        throw forbidden(
          context.viewer,
          `Only a liaison of ${record.organizationId}, which posted it, may change need ${record.id}.`,
        );
      }
      requireVersion(record, input.version);
      requireTransition(NEED_STEPS, record, { noun: "Need", to });
      await step(record, work);
      record.state = to;
      record.updatedAt = now;
      return { record, audit: auditOf(record) };
    },
  );
}

/**
 * The collection round a need answers, which must be its committee's and open today. A shared lock
 * holds it until the need stands: it cannot be closed in between.
 */
async function openRoundOf(
  { viewer }: ResourcesContext,
  { em, now }: Work<ResourcesTables>,
  input: PostNeedInput,
): Promise<string | null> {
  const id = input.collectionRoundId;
  if (id == null) return null;
  const round = isId(id)
    ? await em.findOne(CollectionRound, id, { lockMode: LockMode.PESSIMISTIC_READ })
    : null;
  if (!round || !canOfRound(viewer, "read", round)) throw notFound("CollectionRound", id);
  const today = shanghaiDay(now);
  if (round.committeeId !== input.committeeId) {
    throw badInput(
      "collectionRoundId",
      `"collectionRoundId" ${id} is a round of committee ${round.committeeId}. Give that as "committeeId", or leave the round out.`,
    );
  }
  const state = stateOn(round, today);
  if (state !== "OPEN" || today < round.opensOn) {
    throw badInput(
      "collectionRoundId",
      `"collectionRoundId" ${id} is a round from ${round.opensOn} to ${round.closesOn} that is ${state}; today is ${today}. Choose one that takes needs today, or leave it out.`,
    );
  }
  return round.id;
}

function auditOf(record: Need) {
  const { id, organizationId, regionPath, state } = record;
  return { noun: "Need", recordId: id, organizationId, regionPath, details: { state } };
}
