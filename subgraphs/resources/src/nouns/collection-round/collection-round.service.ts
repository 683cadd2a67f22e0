import { isId } from "@alliance-hub/platform/keys/loader";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { dayWords } from "@alliance-hub/platform/words/times";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { COLLECTION_ROUND_STEPS, CollectionRound, stateOn } from "./collection-round.entity.ts";
import {
  type CloseCollectionRoundInput,
  LIMITS,
  type OpenCollectionRoundInput,
} from "./collection-round.input.ts";
import type { CollectionRoundContext, CollectionRoundRow } from "./collection-round.loaders.ts";
import { can } from "./collection-round.policy.ts";
import { noticesOfRound } from "./collection-round.notices.ts";

/** Maximum length of a round, in days: there is a call for lists every half-year. */
const MAX_DAYS = 366;

const changes = recordChanges({
  noun: "CollectionRound",
  entity: CollectionRound,
  reload: ({ collectionRounds }: CollectionRoundContext, id): Promise<CollectionRoundRow | null> =>
    collectionRounds.byId.load(id),
  mayRead: (viewer, round) => can(viewer, "read", round),
  can,
  only: ({ committeeId }, action) => ({
    zh: `只有主持该委员会的人可以${action === "open" ? "发起" : "结束"}清单征集。`,
    en: `Only whoever runs committee ${committeeId} may ${action} a collection round there.`,
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

function requireDays({ opensOn, closesOn }: OpenCollectionRoundInput, today: string): void {
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
