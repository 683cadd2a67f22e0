import { type Condition, anyMet, nothing } from "@alliance-hub/platform/conditions/condition";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import type { RegionLevels } from "@alliance-hub/platform/directory/region-levels";
import { withinRegions } from "@alliance-hub/platform/directory/within-regions";
import { elementOf } from "@alliance-hub/platform/directory/within-region";
import { fieldInChinese } from "@alliance-hub/platform/words/fields";
import { badInput } from "@alliance-hub/platform/errors/hub-error";

/** Maximum number of committees or places of one filter: each is a part of the statement. */
const MAX_PARTS = 30;

/** What of a filter may name several committees or places. */
export interface SeveralPlaces {
  readonly committeeIds?: readonly string[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly text?: string | null;
  readonly organizationId?: string | null;
}

/** The parts of a list, if it is divided, and the conditions of all parts. */
export interface Divided {
  readonly parts: readonly Condition[] | undefined;
  readonly rest: readonly Condition[];
}

/**
 * Divides a list of activities into those of each committee or place. Committees go first, because they are the
 * smaller ones. Whoever searches for words or for an organisation gets no parts: an index of their own finds these.
 *
 * @throws HubError `BAD_USER_INPUT` for more than {@link MAX_PARTS} of them, and for a place that there is not.
 */
export async function divided(
  { database }: { readonly database: { readonly regionLevels: Pick<RegionLevels, "of"> } },
  { committeeIds, regionCodes, text, organizationId }: SeveralPlaces,
): Promise<Divided> {
  const wanted: (readonly Condition[])[] = [];
  if (committeeIds != null) {
    const ids = few(
      "filter.committeeIds",
      committeeIds.map((id) => id.toLowerCase()),
    );
    wanted.push(ids.map((id) => isRecord("activity.committeeId", id)));
  }
  if (regionCodes != null) {
    const codes = few("filter.regionCodes", regionCodes);
    await requireRegions(database.regionLevels, codes);
    const place = elementOf("activity.regionPath");
    wanted.push(await withinRegions(database.regionLevels, codes, place));
  }
  const [parts, ...others] = wanted;
  const isDivided =
    parts !== undefined && parts.length > 1 && text == null && organizationId == null;
  const whole = isDivided ? others : wanted;
  return {
    parts: isDivided ? parts : undefined,
    rest: whole.map((each) => (each.length > 0 ? anyMet(...each) : nothing)),
  };
}

/** One code with a typing error would leave a street out of the list, and nobody would see it. @throws HubError `BAD_USER_INPUT`. */
async function requireRegions(
  levels: Pick<RegionLevels, "of">,
  codes: readonly string[],
): Promise<void> {
  const known = await Promise.all(codes.map((code) => levels.of(code)));
  const unknown = codes.filter((_code, at) => known[at] === undefined);
  if (unknown.length === 0) return;
  const named = unknown.map((code) => JSON.stringify(code)).join(", ");
  throw badInput("filter.regionCodes", {
    zh: `没有代码为 ${named} 的行政区划。请改正，或者去掉；代码见 regions。`,
    en: `"filter.regionCodes" has ${named}, which is no region of this hub. Correct it or leave it out; the query regions has the codes.`,
  });
}

/** The values, each once. An empty list matches nothing. @throws HubError `BAD_USER_INPUT`. */
function few(field: string, given: readonly string[]): readonly string[] {
  const values = [...new Set(given)];
  if (values.length <= MAX_PARTS) return values;
  throw badInput(field, {
    zh: `${fieldInChinese(field)}有 ${values.length} 项，最多 ${MAX_PARTS} 项。请改用上一级的地方，或分几次查询。`,
    en: `"${field}" has ${values.length} values; the limit is ${MAX_PARTS}. Name the place above them, or send several requests.`,
  });
}
