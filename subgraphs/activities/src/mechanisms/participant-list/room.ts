import { badInput } from "@alliance-hub/platform/errors/hub-error";

/**
 * Maximum number of units of one activity. With the maximum attendance of each, the sum still fits into a
 * GraphQL Int.
 */
export const MAX_PARTICIPANTS = 1000;

/**
 * Rejects more units than an activity can have, of those that are invited and those that take part.
 *
 * @param of how many more, and the place in the input that asks for them.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireRoom(
  { title, participantIds }: { readonly title: string; readonly participantIds: readonly string[] },
  of: { readonly more: number; readonly field: string },
): void {
  const { length: count } = participantIds;
  if (count + of.more <= MAX_PARTICIPANTS) return;
  throw badInput(of.field, {
    zh: `“${title}”已有 ${count} 个单位参加或受邀，最多 ${MAX_PARTICIPANTS} 个。请联系主办单位另办一场。`,
    en: `"${title}" has ${count} units that take part or are invited; the limit is ${MAX_PARTICIPANTS} units. Ask the host for a second activity.`,
  });
}
