import { oneOf, readText, searchReader } from "../../app/address.ts";
/** What systems are given, in the order that people need it. */
export const PARTNER_PARTS = { webhooks: "推送地址", keys: "系统密钥" } as const;

export type PartnerPart = keyof typeof PARTNER_PARTS;

/** Whose systems are shown, and which part, as it stands in the page's address. */
export interface PartnerSearch {
  readonly unit?: string | undefined;
  readonly part?: PartnerPart | undefined;
}

export const readPartnerSearch = searchReader<PartnerSearch>({
  unit: readText,
  part: oneOf(PARTNER_PARTS),
});
