/** Whose addresses are shown: the id of a unit or of a committee. */
export interface AddressSearch {
  readonly of?: string | undefined;
}

export const readAddressSearch = ({ of }: Record<string, unknown>): AddressSearch =>
  typeof of === "string" ? { of } : {};
