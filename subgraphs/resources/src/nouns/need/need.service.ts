import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { badInput, notFound } from "@alliance-hub/platform/errors/hub-error";
import {
  checked,
  checkedOrNull,
  checkedWhereGiven,
  emptiedWhereNull,
} from "@alliance-hub/platform/limits/checked";
import type { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { dayWords } from "@alliance-hub/platform/words/times";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import {
  type Placement,
  placementOf,
  requireOrganization,
} from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { Words } from "@alliance-hub/platform/words/words";
import { stateOn } from "../collection-round/collection-round.entity.ts";
import { holdRound } from "../collection-round/collection-round.service.ts";
import { can as canOfRound } from "../collection-round/collection-round.policy.ts";
import { NEED_STEPS, Need } from "./need.entity.ts";
import {
  type DiscardNeedInput,
  LIMITS,
  type PostNeedInput,
  type PublishNeedInput,
  type UpdateNeedInput,
  type WithdrawNeedInput,
} from "./need.input.ts";
import type { NeedContext, NeedRow } from "./need.loaders.ts";
import { can } from "./need.policy.ts";
import { noticesOfNeed, noticesOfNeedCorrection, noticesOfPosting } from "./need.notices.ts";

const changes = recordChanges({
  noun: "Need",
  entity: Need,
  reload: ({ needs }: NeedContext, id): Promise<NeedRow | null> => needs.byId.load(id),
  mayRead: (viewer, need) => can(viewer, "read", need),
  can,
  only: (_need, action) => ({
    zh: "只有提出单位的联络员可以发布和更改它的需求。",
    en: `Only a liaison of the unit that needs it may ${action} a need.`,
  }),
  steps: NEED_STEPS,
  search: ({ title, description }) => searchColumns(title, description),
  note: ({ organizationId, regionPath, state }) => ({
    organizationId,
    regionPath,
    details: { state },
  }),
  notices: noticesOfNeed,
});

/**
 * Puts a need on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function postNeed(context: NeedContext, input: PostNeedInput): Promise<NeedRow> {
  const { kind, audience, committeeId = null, neededBy = null } = input;
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  const checks = new InputChecks();
  const unit = await checks.of(async () => {
    const found = await requireOrganization(context.directory, input.organizationId);
    const need = { organizationId: found.id, audience, committeeId, state } as const;
    changes.require(context.viewer, "post", { ...need, allianceCode: found.allianceCode });
    return found;
  });
  const placement = await checks.of(() =>
    placementOf(context.directory, unit(), { committeeId, audience }),
  );
  const texts = await checks.of(() => checkedNeed(context, input));
  return await changes.create(context, { action: "postNeed", input }, async (work, create) => {
    const within = checks.fork();
    const round = await within.of(() => openRoundOf(context, work, input));
    within.end();
    return create({
      ...placement(),
      organizationId: unit().id,
      audience,
      committeeId,
      kind,
      neededBy,
      ...texts(),
      collectionRoundId: round(),
      state,
      publishedAt: state === "PUBLISHED" ? work.now : null,
    });
  });
}

/** The texts of a need, and its day. @throws HubError `BAD_USER_INPUT`. */
function checkedNeed(context: NeedContext, input: PostNeedInput) {
  const { title, ...others } = LIMITS;
  const { first, rest } = gathered({
    neededBy: () => requireDayAhead(context, input.neededBy ?? null),
    first: () => checked(input, { title }),
    rest: () => checkedOrNull(input, others),
  });
  return { ...first, ...rest };
}

/**
 * Changes a need, also one that is on the list, or that was withdrawn and is to go back on it.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateNeed(context: NeedContext, input: UpdateNeedInput): Promise<NeedRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateNeed", may: "change", given, input } as const;
  return await changes.change(context, step, async (need, work, texts) => {
    const { kind, neededBy } = input;
    const checks = new InputChecks();
    await checks.of(() => {
      // The day that it has may have passed; a new one must lie ahead.
      if (neededBy != null && neededBy !== need.neededBy) requireDayAhead(context, neededBy);
    });
    const sharing = await checks.of(() => sharingAfter(context, need, input));
    const round = await checks.of(() => roundAfter(context, work, { need, input, ...sharing() }));
    checks.end();
    const { committeeId: previousId } = need;
    Object.assign(need, {
      ...texts(),
      ...(kind == null ? {} : { kind }),
      ...(neededBy == null ? {} : { neededBy }),
      ...emptiedWhereNull(input, CLEARABLE),
      ...sharing(),
      collectionRoundId: round(),
    });
    if (need.state !== "PUBLISHED") return;
    const isListed = need.committeeId === previousId;
    const told = isListed ? noticesOfNeedCorrection(need, work) : noticesOfPosting(need);
    await leaveNotices(context, work, told);
  });
}

/** With whom a need is shared after an update. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`. */
async function sharingAfter(
  { directory }: NeedContext,
  need: Readonly<Need>,
  input: UpdateNeedInput,
): Promise<Partial<Pick<Need, "committeeId" | "audience"> & Placement>> {
  const audience = input.audience ?? need.audience;
  const committeeId = input.committeeId === undefined ? need.committeeId : input.committeeId;
  if (audience === need.audience && committeeId === need.committeeId) return {};
  const unit = await requireOrganization(directory, need.organizationId);
  return {
    ...(await placementOf(directory, unit, { committeeId, audience })),
    committeeId,
    audience,
  };
}

/** The round that a need answers after an update. @throws HubError as {@link openRoundOf}. */
async function roundAfter(
  context: NeedContext,
  work: Pick<Work<unknown>, "em" | "now">,
  {
    need,
    input,
    committeeId = need.committeeId,
  }: {
    readonly need: Readonly<Need>;
    readonly input: UpdateNeedInput;
    readonly committeeId?: string | null;
  },
): Promise<string | null> {
  const { collectionRoundId = need.collectionRoundId } = input;
  const isSame = collectionRoundId === need.collectionRoundId && committeeId === need.committeeId;
  // What it answered stays answered when the round is over.
  if (isSame) return need.collectionRoundId;
  return await openRoundOf(context, work, { collectionRoundId, committeeId }, AFTER_UPDATE);
}

/** The way out of a round that cannot be answered: a new need can do without, a changed one has what was left out. */
const WITHOUT_ROUND = { zh: "或者不选清单征集", en: "or leave the round out" };
const AFTER_UPDATE = {
  zh: "或者改选、清空清单征集",
  en: 'or give another round, or null, as "collectionRoundId"',
};

/**
 * Puts a draft on the list, or again a need that was withdrawn by mistake.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishNeed(context: NeedContext, input: PublishNeedInput): Promise<NeedRow> {
  const step = { action: "publishNeed", may: "change", to: "PUBLISHED", input } as const;
  return await changes.change(context, step, async (need, { rows, now }) => {
    await requireStillUnit(rows, need, { noun: "Need", organizationId: need.organizationId });
    if (need.state === "WITHDRAWN") Object.assign(need, await placeAgain(context, need));
    // Reports have counted it on its first day, and go on doing so.
    const publishedAt = need.publishedAt ?? now;
    Object.assign(need, { publishedAt, withdrawnAt: null, withdrawReason: null });
  });
}

/** Where a withdrawn need belongs now: it stayed in its place while its unit was moved or merged. */
async function placeAgain(
  { directory }: Pick<NeedContext, "directory">,
  need: Readonly<Need>,
): Promise<Placement> {
  const unit = await requireOrganization(directory, need.organizationId, "id");
  return await placementOf(directory, unit, need);
}

/**
 * Discards a draft, which nobody but its unit has seen.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function discardNeed(
  context: NeedContext,
  input: DiscardNeedInput,
): Promise<DiscardDraftPayload> {
  return await changes.discard(context, { action: "discardNeed", may: "change", input });
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
  ...[input, wayOut = WITHOUT_ROUND]: [
    Pick<PostNeedInput, "collectionRoundId" | "committeeId">,
    Words?,
  ]
): Promise<string | null> {
  const id = input.collectionRoundId;
  if (id == null) return null;
  const round = await holdRound(work, id);
  if (!round || !canOfRound(viewer, "read", round))
    throw notFound("CollectionRound", id, "collectionRoundId");
  const today = shanghaiDay(work.now);
  if (round.committeeId !== input.committeeId) {
    throw badInput("collectionRoundId", {
      zh: `“${round.title}”是另一个委员会的清单征集。请选择发起它的委员会，${wayOut.zh}。`,
      en: `"${round.title}" is a round of another committee. Give that committee as "committeeId", ${wayOut.en}.`,
    });
  }
  const state = stateOn(round, today);
  if (state !== "OPEN" || today < round.opensOn) {
    throw badInput("collectionRoundId", {
      zh: `“${round.title}”自${dayWords(round.opensOn).zh}至${dayWords(round.closesOn).zh}，今天（${dayWords(today).zh}）不在进行中。请选择正在进行的清单征集，${wayOut.zh}。`,
      en: `"${round.title}" is a round from ${round.opensOn} to ${round.closesOn} that is ${state}; today is ${today}. Choose a round that is open today, ${wayOut.en}.`,
    });
  }
  return round.id;
}

/** What a need can do without. */
const CLEARABLE = ["quantity", "unit", "description", "neededBy"] as const;

/** @throws HubError `BAD_USER_INPUT`. */
function requireDayAhead({ clock }: Pick<NeedContext, "clock">, neededBy: string | null): void {
  const today = shanghaiDay(clock());
  if (neededBy === null || neededBy >= today) return;
  throw badInput("neededBy", {
    zh: `需要的日期${dayWords(neededBy).zh}早于今天（${dayWords(today).zh}）。请填今天或以后。`,
    en: `"neededBy" is ${neededBy}, before today, ${today}. Give today or a later day.`,
  });
}
