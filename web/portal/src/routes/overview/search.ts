import { readText, searchReader, wordOf } from "../../app/address.ts";

/** Which tasks are shown, as it stands in the page's address. */
export interface OverviewSearch {
  readonly committee?: string | undefined;
  /** A kind of tasks, such as `RESOLVE_ISSUE`. */
  readonly kind?: string | undefined;
  /** `overdue`: only those that should have been done already. */
  readonly due?: "overdue" | undefined;
}

export const readOverviewSearch = searchReader<OverviewSearch>({
  committee: readText,
  kind: readText,
  due: wordOf("overdue"),
});
