import { readText, searchReader } from "../../app/address.ts";
/** Whose addresses are shown: the id of a unit or of a committee. */
export interface AddressSearch {
  readonly of?: string | undefined;
}

export const readAddressSearch = searchReader<AddressSearch>({
  of: readText,
});
