import { keepDraft, readDraft } from "./draft.ts";

/** Lists that are filtered, and whose records have pages of their own. */
export const LISTS = ["/agreements", "/calendar", "/issues", "/needs", "/resources"] as const;
export type List = (typeof LISTS)[number];

/** Keeps how a list was filtered last in this tab, for the way back from one of its records; gone with the drafts. */
export function rememberList(path: string, search: object): void {
  const list = LISTS.find((one) => one === path);
  if (list !== undefined) keepDraft(nameOf(list), search);
}

/** How a list was filtered last; empty if it was not looked at. */
export const lastSearchOf = (list: List): object => readDraft(nameOf(list));

const nameOf = (list: List): string => `list.${list}`;
