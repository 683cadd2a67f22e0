import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { partnerNameOf } from "@alliance-hub/platform/directory/partner-key";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  CreateWebhookEndpointInput,
  EndWebhookEndpointInput,
  ReplayWebhookEndpointInput,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
  WebhookEndpointPayload,
  WebhookSecretPayload,
} from "./webhook-endpoint.input.ts";
import type { WebhookEndpointContext, WebhookEndpointRow } from "./webhook-endpoint.loaders.ts";
import {
  type WithSecret,
  createWebhookEndpoint,
  endWebhookEndpoint,
  replayWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from "./webhook-endpoint.service.ts";
import { WebhookEndpointConnection, WebhookEndpointType } from "./webhook-endpoint.type.ts";

@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @Query(() => WebhookEndpointType, {
    nullable: true,
    description:
      "按编号查推送地址（单位的联络员或合作系统）。One webhook endpoint by its id; for whoever acts for its organisation.",
  })
  async webhookEndpoint(
    @Arg("id", () => ID) id: string,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<WebhookEndpointRow | null> {
    return await context.webhookEndpoints.byId.load(id);
  }

  @Query(() => WebhookEndpointConnection, {
    description:
      "单位的推送地址，新登记的在前（单位的联络员或合作系统）。An organisation's webhook endpoints, newest first; for whoever acts for it.",
  })
  async webhookEndpoints(
    @Arg("organizationId", () => ID, { description: "单位的编号。The organisation's id." })
    organizationId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<Page<WebhookEndpointRow>> {
    const list = context.webhookEndpoints.ofOrganization(organizationId);
    return await fetchPage(context, list, { page });
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "归属的单位。The organisation it belongs to.",
  })
  organization(@Root() endpoint: WebhookEndpointRow): OrganizationRef {
    return { id: endpoint.organizationId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "由哪个合作系统登记或最后更改；其密钥失效时推送地址随之停用。由人登记的为空。The partner system that registered it or changed it last. The endpoint is disabled when its key is no longer valid. Null if a person did.",
  })
  partner(@Root() { partnerSubject }: WebhookEndpointRow): string | null {
    return partnerNameOf(partnerSubject);
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      "登记推送地址（单位的联络员，或有 activities:write 的合作系统）。Registers a webhook endpoint; for the organisation's liaison or its partner system with `activities:write`.",
  })
  async createWebhookEndpoint(
    @Arg("input", () => CreateWebhookEndpointInput) input: CreateWebhookEndpointInput,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<WithSecret> {
    return await createWebhookEndpoint(context, input);
  }

  @Mutation(() => WebhookEndpointPayload, {
    description:
      "更改推送地址，或停用、重新启用。Changes a webhook endpoint, disables it or enables it again.",
  })
  async updateWebhookEndpoint(
    @Arg("input", () => UpdateWebhookEndpointInput) input: UpdateWebhookEndpointInput,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<{ endpoint: WebhookEndpointRow }> {
    return { endpoint: await updateWebhookEndpoint(context, input) };
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      "更换签名密钥；旧密钥在一段时间内同时有效。Replaces the signing secret. The old one stays valid for some time.",
  })
  async rotateWebhookSecret(
    @Arg("input", () => RotateWebhookSecretInput) input: RotateWebhookSecretInput,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<WithSecret> {
    return await rotateWebhookSecret(context, input);
  }

  @Mutation(() => WebhookEndpointPayload, {
    description:
      "从更新日志的某个位置起重新推送。Sends again everything in the update log after a position that the organisation may still see.",
  })
  async replayWebhookEndpoint(
    @Arg("input", () => ReplayWebhookEndpointInput) input: ReplayWebhookEndpointInput,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<{ endpoint: WebhookEndpointRow }> {
    return { endpoint: await replayWebhookEndpoint(context, input) };
  }

  @Mutation(() => WebhookEndpointPayload, {
    description:
      "终止推送地址，未送达的一并放弃。Ends a webhook endpoint for good; what was not delivered is given up.",
  })
  async endWebhookEndpoint(
    @Arg("input", () => EndWebhookEndpointInput) input: EndWebhookEndpointInput,
    @Ctx() context: WebhookEndpointContext,
  ): Promise<{ endpoint: WebhookEndpointRow }> {
    return { endpoint: await endWebhookEndpoint(context, input) };
  }
}
