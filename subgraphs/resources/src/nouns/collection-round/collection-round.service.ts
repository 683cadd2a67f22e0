import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { ResourcesContext } from "../../context.ts";
import { COLLECTION_ROUND_STEPS, CollectionRound, stateOn } from "./collection-round.entity.ts";
import type {
  CloseCollectionRoundInput,
  OpenCollectionRoundInput,
} from "./collection-round.input.ts";
import type { CollectionRoundRow } from "./collection-round.loaders.ts";
import { can } from "./collection-round.policy.ts";

/** Longest round, in days: lists are called for by the half-year. */
const MAX_DAYS = 366;

/**
 * Opens a committee's call for lists.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function openCollectionRound(
  context: ResourcesContext,
  input: OpenCollectionRoundInput,
): Promise<CollectionRoundRow> {
  const committee = await requireCommittee(context.directory, input.committeeId);
  const { id: committeeId, regionCode, regionPath, allianceCode } = committee;
  if (!can(context.viewer, "open", { committeeId, allianceCode })) {
    throw forbidden(
      context.viewer,
      `Only who runs committee ${committeeId} may open a collection round there.`,
    );
  }
  const title = requireText("title", input.title, { maxLength: 100 });
  const { opensOn, closesOn } = input;
  requireDays(input, shanghaiDay(context.clock()));
  return await change(
    context,
    {
      action: "openCollectionRound",
      input,
      reload: (id) => context.collectionRounds.byId.load(id),
    },
    async ({ em, now }) => {
      const times = { id: context.newId(), createdAt: now, updatedAt: now };
      const place = { committeeId, regionCode, regionPath, allianceCode };
      const record = em.create(CollectionRound, {
        ...times,
        ...place,
        title,
        opensOn,
        closesOn,
        state: "OPEN",
      });
      return { record, audit: { noun: "CollectionRound", recordId: record.id, regionPath } };
    },
  );
}

/**
 * Closes a call for lists; what came in stays.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function closeCollectionRound(
  context: ResourcesContext,
  input: CloseCollectionRoundInput,
): Promise<CollectionRoundRow> {
  return await change(
    context,
    {
      action: "closeCollectionRound",
      input,
      reload: (id) => context.collectionRounds.byId.load(id),
    },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(CollectionRound, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record || !can(context.viewer, "read", record))
        throw notFound("CollectionRound", input.id);
      if (!can(context.viewer, "close", record)) {
        throw forbidden(
          context.viewer,
          `Only who runs committee ${record.committeeId} may close its collection round ${record.id}.`,
        );
      }
      requireVersion(record, input.version);
      const state = stateOn(record, shanghaiDay(now));
      const step = { noun: "CollectionRound", to: "CLOSED" } as const;
      requireTransition(COLLECTION_ROUND_STEPS, { id: record.id, state }, step);
      record.state = "CLOSED";
      record.updatedAt = now;
      return {
        record,
        audit: { noun: "CollectionRound", recordId: record.id, regionPath: record.regionPath },
      };
    },
  );
}

function requireDays({ opensOn, closesOn }: OpenCollectionRoundInput, today: string): void {
  if (closesOn < opensOn) {
    throw badInput(
      "closesOn",
      `"closesOn" ${closesOn} is before "opensOn" ${opensOn}. Give that day or a later one.`,
    );
  }
  if (closesOn < today) {
    throw badInput(
      "closesOn",
      `"closesOn" ${closesOn} is before today, ${today}. Give today or a later day.`,
    );
  }
  if (Date.parse(closesOn) - Date.parse(opensOn) > MAX_DAYS * 86_400_000) {
    throw badInput(
      "closesOn",
      `"closesOn" ${closesOn} is more than ${MAX_DAYS} days after "opensOn" ${opensOn}. Give an earlier day.`,
    );
  }
}
