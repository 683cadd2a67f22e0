import { badInput } from "../errors/hub-error.ts";
import { dayWords } from "../words/times.ts";
import type { Words } from "../words/words.ts";
import type { RegionEntry } from "./directory.ts";

type Lasting = Pick<RegionEntry, "code" | "name" | "endedOn" | "mergedInto">;

/**
 * Nothing new is entered in a place that is no more.
 *
 * @param field the place of its code in the input.
 * @throws HubError `BAD_USER_INPUT`, naming the region that it has become a part of.
 */
export function requireLasting(region: Lasting, field: string): void {
  if (region.endedOn !== null) throw badInput(field, goneWords(region, field));
}

/** What is said of a region that is no more. @param field the place of its code in the input. */
export function goneWords({ code, name, endedOn, mergedInto }: Lasting, field: string): Words {
  const isMerged = mergedInto !== null;
  const since = dayWords(endedOn ?? "");
  return {
    zh: `${name}自${since.zh}起不复存在${isMerged ? `，已并入代码为 ${mergedInto} 的行政区划` : ""}。请选择仍存在的行政区划。`,
    en: `"${field}" ${code} is no more since ${endedOn}${isMerged ? ` and has become a part of ${mergedInto}` : ""}. Give a region that is still there.`,
  };
}
