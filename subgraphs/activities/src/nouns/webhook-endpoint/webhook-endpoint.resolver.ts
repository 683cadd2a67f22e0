import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { partnerNameOf } from "@alliance-hub/platform/directory/partner-key";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./webhook-endpoint.input.ts";
import type { WebhookEndpointContext, WebhookEndpointRow } from "./webhook-endpoint.loaders.ts";
import * as service from "./webhook-endpoint.service.ts";
import { WebhookEndpointConnection, WebhookEndpointType } from "./webhook-endpoint.type.ts";

export const WebhookEndpointQuery = recordQuery({
  name: "webhookEndpoint",
  type: WebhookEndpointType,
  description:
    "按编号查推送地址（单位的联络员或合作系统）。One webhook endpoint by its id; for whoever acts for its organisation.",
  load: ({ webhookEndpoints }: WebhookEndpointContext, id) => webhookEndpoints.byId.load(id),
});

export const WebhookEndpointList = listQuery({
  name: "webhookEndpoints",
  connection: WebhookEndpointConnection,
  filter: inputs.WebhookEndpointArgs,
  isSpread: true,
  description:
    "单位的推送地址，新登记的在前（单位的联络员或合作系统）。An organisation's webhook endpoints, newest first; for whoever acts for it.",
  list: ({ webhookEndpoints }: WebhookEndpointContext, { organizationId }) =>
    webhookEndpoints.ofOrganization(organizationId),
});

export const WebhookEndpointFields = fields<WebhookEndpointRow, WebhookEndpointContext>(
  () => WebhookEndpointType,
  {
    organization: reference(() => OrganizationRef, "organizationId", {
      description: "归属的单位。The organisation it belongs to.",
    }),
    partner: field(
      () => String,
      {
        nullable: true,
        description:
          "由哪个合作系统登记或最后更改；其密钥失效时推送地址随之停用。由人登记的为空。The partner system that registered it or changed it last. The endpoint is disabled when its key is no longer valid. Null if a person did.",
      },
      ({ partnerSubject }) => partnerNameOf(partnerSubject),
    ),
  },
);

export const CreateWebhookEndpointMutations = mutations(
  { payload: inputs.WebhookSecretPayload },
  { inputs, service },
  {
    createWebhookEndpoint:
      "登记推送地址（单位的联络员，或有 activities:write 的合作系统）。Registers a webhook endpoint; for the organisation's liaison or its partner system with `activities:write`.",
  },
);

export const WebhookEndpointMutations = mutations(
  { payload: inputs.WebhookEndpointPayload, field: "endpoint" },
  { inputs, service },
  {
    updateWebhookEndpoint:
      "更改推送地址，或停用、重新启用。Changes a webhook endpoint, disables it or enables it again.",
    endWebhookEndpoint:
      "终止推送地址，未送达的一并放弃。Ends a webhook endpoint for good; what was not delivered is given up.",
  },
);
