import type { MadeChange, WorkOf } from "@alliance-hub/platform/change/change-rules";
import { corrected, correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { committee, day, record } from "@alliance-hub/platform/notices/facts";
import { COLLECTION_ROUND_NOTICES } from "@alliance-hub/platform/notices/kinds/collection-round";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { CollectionRound } from "./collection-round.entity.ts";
import type { CollectionRoundContext } from "./collection-round.loaders.ts";

/** Whom a call for lists concerns: the units of its committee. */
export async function noticesOfRound(
  { id, committeeId, closesOn }: Readonly<CollectionRound>,
  { action }: Pick<MadeChange, "action">,
  { rows }: WorkOf<CollectionRoundContext>,
): Promise<readonly Notice[]> {
  if (action !== "openCollectionRound" && action !== "closeCollectionRound") return [];
  const units = await unitsOf(rows, committeeId);
  const facts = { committee: committee(committeeId), round: record("CollectionRound", id) };
  return action === "openCollectionRound"
    ? COLLECTION_ROUND_NOTICES.tell("OPENED", id, units, { ...facts, closesOn: day(closesOn) })
    : COLLECTION_ROUND_NOTICES.tell("CLOSED", id, units, facts);
}

/** Whom it concerns that a call for lists was changed: the same. */
export async function noticesOfRoundChange(
  round: Readonly<CollectionRound>,
  work: WorkOf<CollectionRoundContext>,
): Promise<readonly Notice[]> {
  const { id, committeeId, closesOn } = round;
  const units = await unitsOf(work.rows, committeeId);
  return COLLECTION_ROUND_NOTICES.tell("CHANGED", id, units, {
    committee: committee(committeeId),
    round: record("CollectionRound", id),
    closesOn: day(closesOn),
    changes: corrected(correctedFields(work, "CollectionRound", round)),
  });
}

function unitsOf(
  rows: WorkOf<CollectionRoundContext>["rows"],
  committeeId: string,
): Promise<{ readonly organizationId: string }[]> {
  return rows
    .selectFrom("directory.membership")
    .select("organizationId")
    .where("committeeId", "=", committeeId)
    .execute();
}
