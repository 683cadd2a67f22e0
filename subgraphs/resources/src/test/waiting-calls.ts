import { randomUUID } from "node:crypto";
import { PLACE } from "@alliance-hub/testing/street-committee";
import type { AgreementSetting as Setting } from "./agreement-setting.ts";

const ENTRY = `{ entry { id state quantity purpose offeredUntil during { start end } organization { id }
  resource { id } booking { id state } } }`;
export const JOIN = `mutation ($input: JoinWaitingListInput!) { joinWaitingList(input: $input) ${ENTRY} }`;
export const WITHDRAW = `mutation ($input: WithdrawWaitingInput!) { withdrawWaiting(input: $input) ${ENTRY} }`;
export const ACCEPT = `mutation ($input: AcceptOfferInput!) { acceptOffer(input: $input) ${ENTRY} }`;
export const ENTRIES = `query ($filter: WaitingFilter) {
  waitingEntries(filter: $filter, first: 100) { totalCount nodes { id state organization { id } } }
}`;
export const IN_LINE = `query ($id: ID!) { resource(id: $id) { waitingList(first: 100) { totalCount nodes { id state } } } }`;

/** Units that book and wait in tests. */
export type Unit = "base" | "a" | "b" | "c" | "stranger";

/** Joins the waiting list for one of the units. */
export function join(setting: Setting, unit: Unit, input: object) {
  const organizationId = setting.units[unit];
  return setting.call(setting.people[unit], JOIN, { input: { organizationId, ...input } });
}

/** The id of an entry that a unit has just made. */
export async function joined(setting: Setting, unit: Unit, input: object): Promise<string> {
  const answer = await join(setting, unit, input);
  return answer.data.joinWaitingList.entry.id;
}

/** What the database says about entries, in the order in which they joined. */
export async function entries(
  { admin }: Pick<Setting, "admin">,
  resourceId: string,
): Promise<readonly { id: string; state: string; until: string | null }[]> {
  const { rows } = await admin.query(
    `select id, state, to_char(offered_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until
     from resources.waiting_entry where resource_id = $1 order by line_number`,
    [resourceId],
  );
  return rows;
}

/** Enters more units of the street, for tests in which many wait for one time: a unit waits for it once. @returns their ids. */
export async function enterUnits(
  { admin }: Pick<Setting, "admin">,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await admin.query(
    `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
     select id, now(), now(), '某单位', 'PARTY_ORGANIZATION', $2, $3, $4, '', '{}' from unnest($1::uuid[]) as unit(id)`,
    [ids, ...PLACE],
  );
  return ids;
}

/** Joins the waiting list for a unit that is given by its id. */
export function joinAs(setting: Setting, organizationId: string, input: object) {
  return setting.call(setting.liaison(organizationId), JOIN, {
    input: { organizationId, ...input },
  });
}
