import { filled, orNull } from "../../forms/filled.ts";
import { textFault } from "../../forms/text-fault.ts";
import type { Faults } from "../../forms/faults.ts";
import type {
  ActivityKind,
  ActivityUpdateFilter,
  ActivityUpdateType,
  EndpointFragment,
  WebhookKind,
} from "../../graph/generated/graphql.ts";
import {
  NO_NOTICES,
  type NoticeValues,
  noticeFaults,
  noticeValuesOf,
  noticesInput,
} from "./notice-values.ts";

/** What a form keeps of an endpoint. No kinds or types are all of them. */
export interface EndpointValues extends NoticeValues {
  /** What takes the messages; it stays what it is. */
  readonly kind: WebhookKind;
  readonly address: string;
  /** With which a robot's messages are signed. It is never shown: left empty, it stays what it is. */
  readonly robotSecret: string;
  readonly label: string;
  readonly types: readonly ActivityUpdateType[];
  readonly kinds: readonly ActivityKind[];
  readonly committeeId: string | undefined;
  readonly regionCode: string | undefined;
  /** Only what the endpoint's own unit hosts or takes part in. */
  readonly isOwnOnly: boolean;
}

export const NEW_ENDPOINT: EndpointValues = {
  kind: "WEBHOOK",
  address: "",
  robotSecret: "",
  label: "",
  types: [],
  kinds: [],
  committeeId: undefined,
  regionCode: undefined,
  isOwnOnly: false,
  ...NO_NOTICES,
};

export const valuesOf = ({
  kind,
  address,
  label,
  filter,
  notices,
}: EndpointFragment): EndpointValues => ({
  kind,
  address,
  robotSecret: "",
  label: label ?? "",
  types: filter.types ?? [],
  kinds: filter.kinds ?? [],
  committeeId: filter.committeeId ?? undefined,
  regionCode: filter.regionCode ?? undefined,
  isOwnOnly: filter.organizationId !== null,
  ...noticeValuesOf(notices),
});

/** Whether the robots of a kind may want their messages signed. */
export const signs = (kind: WebhookKind): boolean =>
  kind === "ROBOT_DINGTALK" || kind === "ROBOT_FEISHU";

export function endpointFaults(values: EndpointValues): Faults {
  const { address, robotSecret, label } = values;
  return {
    ...noticeFaults(values),
    address: addressFault(address.trim()),
    robotSecret: robotSecret.trim().length > 200 ? "加签密钥至多 200 字。" : undefined,
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
  const { address, robotSecret, label } = values;
  return {
    address: address.trim(),
    ...(signs(values.kind) ? filled({ robotSecret: robotSecret.trim() }) : {}),
    label: orNull(label.trim()),
    filter: filterInput(values, unit),
    notices: noticesInput(values),
  };
}
