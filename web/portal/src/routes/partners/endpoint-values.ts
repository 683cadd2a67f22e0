import { orNull } from "../../forms/filled.ts";
import { textFault } from "../../forms/text-fault.ts";
import type { Faults } from "../../forms/faults.ts";
import type {
  ActivityKind,
  ActivityUpdateFilter,
  ActivityUpdateType,
  EndpointFragment,
} from "../../graph/generated/graphql.ts";

/** What a form keeps of an endpoint. No kinds or types are all of them. */
export interface EndpointValues {
  readonly address: string;
  readonly label: string;
  readonly types: readonly ActivityUpdateType[];
  readonly kinds: readonly ActivityKind[];
  readonly committeeId: string | undefined;
  readonly regionCode: string | undefined;
  /** Only what the endpoint's own unit hosts or takes part in. */
  readonly isOwnOnly: boolean;
}

export const NEW_ENDPOINT: EndpointValues = {
  address: "",
  label: "",
  types: [],
  kinds: [],
  committeeId: undefined,
  regionCode: undefined,
  isOwnOnly: false,
};

export const valuesOf = ({ address, label, filter }: EndpointFragment): EndpointValues => ({
  address,
  label: label ?? "",
  types: filter.types ?? [],
  kinds: filter.kinds ?? [],
  committeeId: filter.committeeId ?? undefined,
  regionCode: filter.regionCode ?? undefined,
  isOwnOnly: filter.organizationId !== null,
});

export function endpointFaults({ address, label }: EndpointValues): Faults {
  return {
    address: addressFault(address.trim()),
    label: textFault(label, { name: "名称", most: 60, isRequired: false }),
  };
}

function addressFault(address: string): string | undefined {
  if (address === "") return "请填写地址。";
  return /^https?:\/\/[^\s/]+/.test(address) && URL.canParse(address)
    ? undefined
    : "请填写完整的网址，以 https:// 开头。";
}

/** @param unit the endpoint's own. */
export function filterInput(values: EndpointValues, unit: string): ActivityUpdateFilter {
  const { types, kinds, committeeId, regionCode, isOwnOnly } = values;
  return {
    ...(types.length > 0 ? { types: [...types] } : {}),
    ...(kinds.length > 0 ? { kinds: [...kinds] } : {}),
    ...(committeeId === undefined ? {} : { committeeId }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(isOwnOnly ? { organizationId: unit } : {}),
  };
}

export function endpointInput(values: EndpointValues, unit: string) {
  const { address, label } = values;
  return {
    address: address.trim(),
    label: orNull(label.trim()),
    filter: filterInput(values, unit),
  };
}
