import { readText, searchReader } from "../../app/address.ts";
/** What an issue begins with, as the page that leads here knows it. */
export interface RaiseSearch {
  readonly committee?: string | undefined;
  /** The meeting or activity at which it is raised. */
  readonly activity?: string | undefined;
}

export const readRaiseSearch = searchReader<RaiseSearch>({
  committee: readText,
  activity: readText,
});
