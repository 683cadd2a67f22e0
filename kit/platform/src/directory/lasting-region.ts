import { badInput } from "../errors/hub-error.ts";
import { dayWords } from "../words/times.ts";
import type { RegionEntry } from "./directory.ts";

/**
 * Nothing new is entered in a place that is no more.
 *
 * @param field the place of its code in the input.
 * @throws HubError `BAD_USER_INPUT`, naming the region that it has become a part of.
 */
export function requireLasting(
  {
    code,
    name,
    endedOn,
    mergedInto,
  }: Pick<RegionEntry, "code" | "name" | "endedOn" | "mergedInto">,
  field: string,
): void {
  if (endedOn === null) return;
  const isMerged = mergedInto !== null;
  throw badInput(field, {
    zh: `${name}自${dayWords(endedOn).zh}起不复存在${isMerged ? `，已并入代码为 ${mergedInto} 的行政区划` : ""}。请选择仍存在的行政区划。`,
    en: `"${field}" ${code} is no more since ${endedOn}${isMerged ? ` and has become a part of ${mergedInto}` : ""}. Give a region that is still there.`,
  });
}
