/** Whose systems are shown, as it stands in the page's address. */
export interface PartnerSearch {
  readonly unit?: string | undefined;
}

export const readPartnerSearch = ({ unit }: Record<string, unknown>): PartnerSearch =>
  typeof unit === "string" ? { unit } : {};
