import { oneOf, searchReader } from "../../../app/address.ts";

/** What is managed of a committee, in the order that it is needed. */
export const COMMITTEE_PARTS = {
  units: "成员单位",
  applications: "入会申请",
  seats: "委员",
  terms: "届次",
  deputies: "代行",
  settings: "设置",
} as const;

export type CommitteePart = keyof typeof COMMITTEE_PARTS;

/** Which part is shown, as it stands in the page's address. */
export interface PartSearch {
  readonly part?: CommitteePart | undefined;
}

export const readPart = searchReader<PartSearch>({
  part: oneOf(COMMITTEE_PARTS),
});
