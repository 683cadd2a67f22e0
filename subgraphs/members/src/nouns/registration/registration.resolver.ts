import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { RegionRef } from "../../references/region.ref.ts";
import {
  AcceptRegistrationInput,
  AcceptRegistrationPayload,
  RegisterWithCommunityInput,
  RegisterWithCommunityPayload,
  RegistrationFilter,
  ReturnRegistrationInput,
  ReturnRegistrationPayload,
} from "./registration.input.ts";
import type { RegistrationRow } from "./registration.loaders.ts";
import {
  acceptRegistration,
  registerWithCommunity,
  returnRegistration,
} from "./registration.service.ts";
import { RegistrationConnection, RegistrationType } from "./registration.type.ts";

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  @Query(() => RegistrationConnection, {
    description:
      "报到列表，新的在前；未接收的仅相关方可见。Registrations, newest first; those not accepted are for the unit and the community only.",
  })
  async registrations(
    @Arg("filter", () => RegistrationFilter, { nullable: true }) filter: RegistrationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<RegistrationRow>> {
    return await fetchPage(context.rows, await context.registrations.list(filter ?? {}), page);
  }

  @FieldResolver(() => OrganizationRef, { nullable: true, description: "报到的单位。The unit." })
  organization(@Root() registration: RegistrationRow): OrganizationRef {
    return { id: registration.organizationId };
  }

  @FieldResolver(() => RegionRef, { nullable: true, description: "社区。The community." })
  community(@Root() registration: RegistrationRow): RegionRef {
    return { code: registration.communityCode };
  }

  @Mutation(() => RegisterWithCommunityPayload, {
    description: "到社区报到（本单位联络员）。Registers a unit with a community; for its liaison.",
  })
  async registerWithCommunity(
    @Arg("input", () => RegisterWithCommunityInput) input: RegisterWithCommunityInput,
    @Ctx() context: MembersContext,
  ): Promise<{ registration: RegistrationRow }> {
    return { registration: await registerWithCommunity(context, input) };
  }

  @Mutation(() => AcceptRegistrationPayload, {
    description:
      "接收报到（该社区书记，或平台管理员）。Accepts a registration; for who runs the community's committee or an operator.",
  })
  async acceptRegistration(
    @Arg("input", () => AcceptRegistrationInput) input: AcceptRegistrationInput,
    @Ctx() context: MembersContext,
  ): Promise<{ registration: RegistrationRow }> {
    return { registration: await acceptRegistration(context, input) };
  }

  @Mutation(() => ReturnRegistrationPayload, {
    description:
      "退回报到（该社区书记，或平台管理员）。Sends a registration back; for who runs the community's committee or an operator.",
  })
  async returnRegistration(
    @Arg("input", () => ReturnRegistrationInput) input: ReturnRegistrationInput,
    @Ctx() context: MembersContext,
  ): Promise<{ registration: RegistrationRow }> {
    return { registration: await returnRegistration(context, input) };
  }
}

/** The registrations of a unit: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationRegistrationsResolver {
  @FieldResolver(() => RegistrationConnection, {
    description: "到社区的报到，新的在前。Its registrations, newest first.",
  })
  registrations(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<RegistrationRow>> {
    return context.registrations.ofOrganization.page(organization.id, page);
  }
}
