import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { Language } from "@alliance-hub/platform/words/language";
import { nounWords } from "@alliance-hub/platform/words/nouns";
import { inTraditional } from "@alliance-hub/platform/words/traditional";
import type { Words } from "@alliance-hub/platform/words/words";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { membershipChanges } from "../../nouns/membership/membership.service.ts";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { type LeavingContext, itemsFor, midnightAfter } from "./leave-committee.ts";
import type { LeavingType } from "./leaving.type.ts";
import { type OpenItem, readOpenItems } from "./open-items.ts";
import { consequenceOf, waysOf } from "./ways.ts";

const { require } = membershipChanges<LeavingContext>();

/**
 * What is open between a unit and a committee, for those who may end the membership.
 *
 * @param leavesOn the last day, if it lies ahead: what is over by then is left out. Default: today.
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`.
 */
export async function readLeaving(
  context: LeavingContext,
  of: { readonly committeeId: string; readonly organizationId: string },
  leavesOn: string | null | undefined,
): Promise<LeavingType> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const from = await checks.of(() => requireCommittee(directory, of.committeeId));
  const unit = await checks.of(() => requireOrganization(directory, of.organizationId));
  checks.end();
  const pair = { committeeId: from().id, organizationId: unit().id };
  require(context.viewer, "leave", { ...pair, ...placeOf(from()) });
  const now = context.clock();
  const last = leavesOn == null ? now : midnightAfter(leavesOn);
  const items = await readOpenItems(context.rows, pair, last > now ? last : now);
  const shown = itemsFor(items, actsFor(context.viewer, pair.organizationId));
  return { items: shown.map((item) => toldItem(item, context.language ?? "zh-CN")) };
}

function toldItem(item: OpenItem, language: Language): LeavingType["items"][number] {
  const ways = waysOf(item);
  const { noun, recordId } = item;
  return {
    noun,
    recordId,
    title: titleOf(item, language),
    booking: noun === "Booking" ? { id: recordId } : null,
    consequence: told(consequenceOf(item, ways[0]), language),
    ways: [...ways],
  };
}

/** A seat is named by its role and holder; what has no title by its noun. */
function titleOf({ noun, title, detail }: OpenItem, language: Language): string {
  if (noun === "Seat" && detail)
    return `${told(valueWords("SeatRole", detail), language)} ${title}`;
  return title === "" ? told(nounWords(noun), language) : title;
}

function told({ zh, en }: Words, language: Language): string {
  if (language === "en") return en;
  return language === "zh-Hant" ? inTraditional(zh) : zh;
}
