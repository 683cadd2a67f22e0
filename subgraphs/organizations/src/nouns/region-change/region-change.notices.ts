import { day, region, said, text, value } from "@alliance-hub/platform/notices/facts";
import { REGION_CHANGE_NOTICES } from "@alliance-hub/platform/notices/kinds/region-change";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import { obstacleWords } from "../../mechanisms/region-obstacle/region-obstacle.ts";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type QueryExecutorProvider, sql } from "kysely";
import type { RegionChangeRow } from "./region-change.loaders.ts";

/** What a notice says of a change. */
export type ToldChange = Pick<
  RegionChangeRow,
  | "id"
  | "kind"
  | "state"
  | "code"
  | "name"
  | "otherCode"
  | "formerName"
  | "effectiveOn"
  | "reason"
  | "callOffReason"
  | "failReason"
  | "failedBy"
>;

/** Those whom a change of a region concerns. They are looked up before it is carried out: a merger takes them along. */
export async function concernedBy(
  rows: QueryExecutorProvider,
  { code, otherCode }: Pick<RegionChangeRow, "code" | "otherCode">,
): Promise<readonly Addressee[]> {
  const { rows: committees } = await sql<{ id: string }>`
    select id from committee where region_path @> array[${code}] order by id`.execute(rows);
  const { rows: places } = await sql<{ code: string; path: RegionPath }>`
    select code, path from region where code in (${code}, ${otherCode})`.execute(rows);
  const pathOf = (of: string | null) => places.find((place) => place.code === of)?.path;
  const [own, other] = [pathOf(code), pathOf(otherCode)];
  return [
    ...committees.map(({ id }) => ({ committeeId: id })),
    ...(own ? [{ operatorsOf: own }] : []),
    ...(own && other ? operatorsOnlyOf(other, own) : []),
  ];
}

/** In both languages, where the rule is known. */
function whyFailed({ failReason, failedBy }: Pick<ToldChange, "failReason" | "failedBy">) {
  return failedBy === null ? text(failReason) : said(obstacleWords(failedBy));
}

/** The operators of a place who are not those of another one, too: they are told once. */
function operatorsOnlyOf(place: RegionPath, another: RegionPath): Addressee[] {
  const operatorsOf = place.map((code, at) => (code === another[at] ? null : code));
  return operatorsOf.some((code) => code !== null) ? [{ operatorsOf }] : [];
}

/** What those are told whom a change of a region concerns. */
export function noticesOfRegionChange(
  change: ToldChange,
  to: readonly Addressee[],
): readonly Notice[] {
  const { id, kind, code, name, otherCode, formerName, effectiveOn } = change;
  const place = region(code);
  const from = day(effectiveOn);
  const other = otherCode === null ? null : region(otherCode);
  const reason = text(change.reason);
  const what = { place, from, kind: value("RegionChangeKind", kind) };
  const { tell } = REGION_CHANGE_NOTICES;
  switch (change.state) {
    case "PLANNED":
      return tell("PLANNED", id, to, { ...what, name: text(name), other, reason });
    case "CALLED_OFF":
      return tell("CALLED_OFF", id, to, { ...what, reason: text(change.callOffReason) });
    case "FAILED":
      return tell("FAILED", id, to, { ...what, reason: whyFailed(change) });
    case "DONE":
  }
  switch (kind) {
    case "RENAME": {
      const names = { name: text(name), formerName: text(formerName) };
      return tell("RENAMED", id, to, { ...names, from, reason });
    }
    case "MOVE":
      return tell("MOVED", id, to, { place, from, other, reason });
    case "MERGE":
      return tell("MERGED", id, to, { place, from, other, reason });
    case "END":
      return tell("ENDED", id, to, { place, from, reason });
  }
}
