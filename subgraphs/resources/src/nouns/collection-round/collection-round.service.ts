import { isOther } from "@alliance-hub/platform/change/is-other";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { dayWords } from "@alliance-hub/platform/words/times";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { COLLECTION_ROUND_STEPS, CollectionRound, stateOn } from "./collection-round.entity.ts";
import {
  type CloseCollectionRoundInput,
  LIMITS,
  type OpenCollectionRoundInput,
  type UpdateCollectionRoundInput,
} from "./collection-round.input.ts";
import type { CollectionRoundContext, CollectionRoundRow } from "./collection-round.loaders.ts";
import { can } from "./collection-round.policy.ts";
import { noticesOfRound, noticesOfRoundChange } from "./collection-round.notices.ts";

/** Maximum length of a round, in days: there is a call for lists every half-year. */
const MAX_DAYS = 366;

const IN_CHINESE = { read: "查看", open: "发起", update: "更改", close: "结束" } as const;

const changes = recordChanges({
  noun: "CollectionRound",
  entity: CollectionRound,
  reload: ({ collectionRounds }: CollectionRoundContext, id): Promise<CollectionRoundRow | null> =>
    collectionRounds.byId.load(id),
  mayRead: (viewer, round) => can(viewer, "read", round),
  can,
  only: (_round, action) => ({
    zh: `只有主持该委员会的人可以${IN_CHINESE[action]}清单征集。`,
    en: `Only whoever runs the committee may ${action} a collection round there.`,
  }),
  steps: COLLECTION_ROUND_STEPS,
  stateOf: (round, now) => stateOn(round, shanghaiDay(now)),
  notices: noticesOfRound,
});

/**
 * Opens a committee's call for lists.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function openCollectionRound(
  context: CollectionRoundContext,
  input: OpenCollectionRoundInput,
): Promise<CollectionRoundRow> {
  const checks = new InputChecks();
  const place = await checks.of(async () => {
    const committee = await requireCommittee(context.directory, input.committeeId);
    const found = { committeeId: committee.id, ...placeOf(committee) };
    changes.require(context.viewer, "open", found);
    return found;
  });
  const given = await checks.of(() =>
    gathered({
      texts: () => checked(input, LIMITS),
      days: () => requireDays(input, shanghaiDay(context.clock())),
    }),
  );
  checks.end();
  const { opensOn, closesOn } = input;
  const round = { ...place(), ...given().texts, opensOn, closesOn, state: "OPEN" } as const;
  return await changes.create(context, { action: "openCollectionRound", input }, (_work, create) =>
    create(round),
  );
}

/**
 * Changes a call for lists, also one that is over: with another last day, ahead, it is open again. A call that changes
 * nothing is told to nobody, and days that stay as they are change nothing, so a client can send the whole form.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateCollectionRound(
  context: CollectionRoundContext,
  input: UpdateCollectionRoundInput,
): Promise<CollectionRoundRow> {
  const given = () => checkedWhereGiven(input, LIMITS);
  const step = { action: "updateCollectionRound", may: "update", given, input } as const;
  return await changes.change(context, step, async (round, work, texts) => {
    const { opensOn, closesOn } = input;
    const days = { opensOn: opensOn ?? round.opensOn, closesOn: closesOn ?? round.closesOn };
    const hasOtherEnd = days.closesOn !== round.closesOn;
    // A title of what is over can be corrected; its days only to days ahead.
    if (hasOtherEnd || days.opensOn !== round.opensOn) requireDays(days, shanghaiDay(work.now));
    const values = { ...texts(), ...days, ...(hasOtherEnd ? { state: "OPEN" as const } : {}) };
    if (!isOther(round, values)) return;
    Object.assign(round, values);
    await leaveNotices(context, work, await noticesOfRoundChange(round, work));
  });
}

/**
 * Closes a call for lists. Answers that have come in stay.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function closeCollectionRound(
  context: CollectionRoundContext,
  input: CloseCollectionRoundInput,
): Promise<CollectionRoundRow> {
  const step = { action: "closeCollectionRound", may: "close", to: "CLOSED", input } as const;
  return await changes.change(context, step, () => undefined);
}

function requireDays(
  { opensOn, closesOn }: Pick<OpenCollectionRoundInput, "opensOn" | "closesOn">,
  today: string,
): void {
  if (closesOn < opensOn) {
    throw badInput("closesOn", {
      zh: `截止日期${dayWords(closesOn).zh}早于开始日期${dayWords(opensOn).zh}。请填开始日期当天或以后。`,
      en: `"closesOn" ${closesOn} is before "opensOn" ${opensOn}. Give that day or a later one.`,
    });
  }
  if (closesOn < today) {
    throw badInput("closesOn", {
      zh: `截止日期${dayWords(closesOn).zh}早于今天（${dayWords(today).zh}）。请填今天或以后。`,
      en: `"closesOn" ${closesOn} is before today, ${today}. Give today or a later day.`,
    });
  }
  if (Date.parse(closesOn) - Date.parse(opensOn) > MAX_DAYS * 86_400_000) {
    throw badInput("closesOn", {
      zh: `截止日期${dayWords(closesOn).zh}距开始日期超过 ${MAX_DAYS} 天。请提前。`,
      en: `"closesOn" ${closesOn} is more than ${MAX_DAYS} days after "opensOn" ${opensOn}. Give an earlier day.`,
    });
  }
}

/** A round, held by a shared lock until the transaction ends: it cannot be closed meanwhile. */
export async function holdRound(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<CollectionRound> | null> {
  if (!isId(id)) return null;
  return await em.findOne(CollectionRound, id, { lockMode: LockMode.PESSIMISTIC_READ });
}
