import { unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import type { CommitteeEntry, DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { nounWords } from "@alliance-hub/platform/words/nouns";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { Kysely } from "kysely";
import type { OpenItem, OpenNoun } from "./open-items.ts";
import type { SettlementWay } from "../../nouns/membership/membership.entity.ts";
import { waysOf } from "./ways.ts";

/** How one record is settled. */
export interface Settlement {
  readonly noun: string;
  readonly recordId: string;
  readonly how: SettlementWay;
  /** Who takes it over. Default: the organisation that the committee belongs to. */
  readonly toOrganizationId?: string | null;
}

/** A settlement that is complete. */
export interface DecidedSettlement {
  readonly noun: OpenNoun;
  readonly recordId: string;
  readonly how: SettlementWay;
  /** Null unless it is handed over. */
  readonly toOrganizationId: string | null;
}

const keyOf = ({ noun, recordId }: { readonly noun: string; readonly recordId: string }): string =>
  `${noun} ${recordId.toLowerCase()}`;

/** Settles each open item as was decided, or as is usual where nobody has decided. */
export function decide(
  items: readonly OpenItem[],
  settlements: readonly Settlement[] | null,
  committee: Pick<CommitteeEntry, "organizationId">,
): DecidedSettlement[] {
  const decided = new Map((settlements ?? []).map((one) => [keyOf(one), one]));
  return items.map((item) => {
    const ways = waysOf(item);
    const wanted = decided.get(keyOf(item));
    // Between the decision and the last day the record may have taken a step after which that way is closed.
    const how = wanted && ways.includes(wanted.how) ? wanted.how : ways[0];
    const heir = wanted?.toOrganizationId ?? committee.organizationId;
    const { noun, recordId } = item;
    return { noun, recordId, how, toOrganizationId: how === "HAND_OVER" ? heir : null };
  });
}

/** What settlements are checked against. */
export interface Ground {
  /** What is open now. */
  readonly open: readonly OpenItem[];
  /** Those that must be settled: what is open now and will be on the last day. */
  readonly due: readonly OpenItem[];
  readonly committee: CommitteeEntry;
  readonly organizationId: string;
  /** Whether a person decides: partner systems do not terminate agreements. */
  readonly isPerson: boolean;
}

/**
 * Checks settlements. Each is of something that is open, in a way that is open to it, and handed over only to another
 * unit of the committee; and nothing is left out.
 *
 * @throws HubError `BAD_USER_INPUT`, with a fault for each record.
 */
export async function requireSettlements<DB extends DirectoryTables>(
  rows: Kysely<DB>,
  settlements: readonly Settlement[],
  ground: Ground,
): Promise<void> {
  const { open, due, committee, organizationId, isPerson } = ground;
  const known = new Map(open.map((item) => [keyOf(item), item]));
  const heirs = settlements.flatMap(({ toOrganizationId }) => toOrganizationId ?? []);
  // The transaction reads the directory, too.
  const units = await unitsAmong(rows as unknown as Kysely<DirectoryTables>, committee, heirs);
  const checks = new InputChecks();
  const seen = new Set<string>();
  for (const [at, settlement] of settlements.entries()) {
    const field = `settlements.${at}`;
    await checks.of(() => {
      const item = known.get(keyOf(settlement));
      if (!item || seen.has(keyOf(settlement))) throw nothingOpen(field, settlement);
      seen.add(keyOf(settlement));
      requireWay(field, item, settlement.how);
      if (item.noun === "Agreement" && settlement.how === "END" && !isPerson)
        throw onlyPersons(field, item);
      const heir = settlement.toOrganizationId;
      if (settlement.how === "HAND_OVER" && heir != null)
        if (heir === organizationId || !units.includes(heir))
          throw noHeir(`${field}.toOrganizationId`, committee);
    });
  }
  for (const item of due.filter((one) => !seen.has(keyOf(one))))
    await checks.of(() => {
      throw leftOut(item);
    });
  checks.end();
}

function requireWay(field: string, item: OpenItem, how: SettlementWay): void {
  const ways = waysOf(item);
  if (ways.includes(how)) return;
  const named = ways.map((way) => valueWords("SettlementWay", way));
  throw badInput(`${field}.how`, {
    zh: `${nameOf(item).zh}不能这样处理。可选：${named.map(({ zh }) => zh).join("、")}。`,
    en: `${nameOf(item).en} cannot be settled by ${how}. Choose one of ${ways.join(", ")}.`,
  });
}

function nameOf({ noun, title }: OpenItem): { zh: string; en: string } {
  const { zh, en } = nounWords(noun);
  return { zh: `${zh}“${title}”`, en: `${en} "${title}"` };
}

function nothingOpen(field: string, { noun }: Settlement) {
  return badInput(field, {
    zh: "没有这样一条未了结的记录，或者它已在前面列出。请用 leaving 重新查询。",
    en: `There is no such ${noun} open between the unit and the committee, or it is given twice. Ask for what is open with leaving.`,
  });
}

function onlyPersons(field: string, item: OpenItem) {
  return badInput(`${field}.how`, {
    zh: `${nameOf(item).zh}只能由人终止，合作系统不能。请保留，或由联络员办理。`,
    en: `${nameOf(item).en} is terminated by a person, not by a partner system. Let it stay, or let a liaison do this.`,
  });
}

function noHeir(field: string, { name }: CommitteeEntry) {
  return badInput(field, {
    zh: `只能移交给${name}的另一成员单位，或它所依托的党组织。请另选。`,
    en: `"${field}" is not another member unit of ${name}, nor the organisation that it belongs to. Choose one of these.`,
  });
}

function leftOut(item: OpenItem) {
  const ways = waysOf(item);
  const named = ways.map((way) => valueWords("SettlementWay", way).zh).join("、");
  return badInput("settlements", {
    zh: `${nameOf(item).zh}尚未说明如何处理。可选：${named}。`,
    en: `${nameOf(item).en} is open and has no settlement. Give one of ${ways.join(", ")}.`,
  });
}
