import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { HubError, badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import { placementOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { stateOn } from "../collection-round/collection-round.entity.ts";
import { holdRound } from "../collection-round/collection-round.service.ts";
import { can as canOfRound } from "../collection-round/collection-round.policy.ts";
import { NEED_STEPS, Need } from "./need.entity.ts";
import {
  LIMITS,
  type PostNeedInput,
  type PublishNeedInput,
  type UpdateNeedInput,
  type WithdrawNeedInput,
} from "./need.input.ts";
import type { NeedContext, NeedRow } from "./need.loaders.ts";
import { can } from "./need.policy.ts";

const changes = recordChanges({
  noun: "Need",
  entity: Need,
  reload: ({ needs }: NeedContext, id): Promise<NeedRow | null> => needs.byId.load(id),
  mayRead: (viewer, need) => can(viewer, "read", need),
  can,
  only: ({ organizationId }, action) =>
    `Only a liaison of ${organizationId} may ${action} its needs.`,
  steps: NEED_STEPS,
  search: ({ title, description }) => searchColumns(title, description),
  note: ({ organizationId, regionPath, state }) => ({
    organizationId,
    regionPath,
    details: { state },
  }),
});

/**
 * Puts a need on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function postNeed(context: NeedContext, input: PostNeedInput): Promise<NeedRow> {
  const { kind, audience, committeeId = null, neededBy = null } = input;
  const unit = await requireOrganization(context.directory, input.organizationId);
  const wanted = { organizationId: unit.id, audience, committeeId };
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  changes.require(context.viewer, "post", { ...wanted, state, allianceCode: unit.allianceCode });
  const placement = await placementOf(context.directory, unit, wanted);
  requireDayAhead(context, neededBy);
  const { title, ...others } = LIMITS;
  const given = { ...checked(input, { title }), ...checkedOrNull(input, others) };
  const content = { kind, neededBy, ...given };
  return await changes.create(context, { action: "postNeed", input }, async (work, create) =>
    create({
      ...placement,
      ...wanted,
      ...content,
      collectionRoundId: await openRoundOf(context, work, input),
      state,
      publishedAt: state === "PUBLISHED" ? work.now : null,
    }),
  );
}

/**
 * Changes a need, also one that is on the list. What was withdrawn stays as it was.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function updateNeed(context: NeedContext, input: UpdateNeedInput): Promise<NeedRow> {
  const step = { action: "updateNeed", may: "change", input } as const;
  return await changes.change(context, step, (need) => {
    if (need.state === "WITHDRAWN") {
      const message = `Need ${need.id} is WITHDRAWN: it no longer changes. Post another one.`;
      throw new HubError("ILLEGAL_TRANSITION", message, { state: need.state, allowed: [] });
    }
    const { kind, neededBy } = input;
    // The day that it has may have passed; a new one must lie ahead.
    if (neededBy != null && neededBy !== need.neededBy) requireDayAhead(context, neededBy);
    Object.assign(need, {
      ...checkedWhereGiven(input, LIMITS),
      ...(kind == null ? {} : { kind }),
      ...(neededBy == null ? {} : { neededBy }),
    });
  });
}

/**
 * Puts a draft on the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishNeed(context: NeedContext, input: PublishNeedInput): Promise<NeedRow> {
  const step = { action: "publishNeed", may: "change", to: "PUBLISHED", input } as const;
  return await changes.change(context, step, async (need, { rows, now }) => {
    await requireStillUnit(rows, need, { noun: "Need", organizationId: need.organizationId });
    need.publishedAt = now;
  });
}

/**
 * Takes a need off the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawNeed(
  context: NeedContext,
  input: WithdrawNeedInput,
): Promise<NeedRow> {
  return await changes.withdraw(context, { action: "withdrawNeed", may: "change", input });
}

/**
 * The collection round that a need answers. It must belong to the need's committee and be open today. A shared
 * lock holds it until the need is stored, so that it cannot be closed in between.
 */
async function openRoundOf(
  { viewer }: NeedContext,
  work: Pick<Work<unknown>, "em" | "now">,
  input: PostNeedInput,
): Promise<string | null> {
  const id = input.collectionRoundId;
  if (id == null) return null;
  const round = await holdRound(work, id);
  if (!round || !canOfRound(viewer, "read", round)) throw notFound("CollectionRound", id);
  const today = shanghaiDay(work.now);
  if (round.committeeId !== input.committeeId) {
    throw badInput(
      "collectionRoundId",
      `"collectionRoundId" ${id} is a round of committee ${round.committeeId}. Give that committee as "committeeId", or leave the round out.`,
    );
  }
  const state = stateOn(round, today);
  if (state !== "OPEN" || today < round.opensOn) {
    throw badInput(
      "collectionRoundId",
      `"collectionRoundId" ${id} is a round from ${round.opensOn} to ${round.closesOn} that is ${state}; today is ${today}. Choose a round that is open today, or leave it out.`,
    );
  }
  return round.id;
}

/** @throws HubError `BAD_USER_INPUT`. */
function requireDayAhead({ clock }: Pick<NeedContext, "clock">, neededBy: string | null): void {
  const today = shanghaiDay(clock());
  if (neededBy === null || neededBy >= today) return;
  throw badInput(
    "neededBy",
    `"neededBy" is ${neededBy}, before today, ${today}. Give today or a later day.`,
  );
}
