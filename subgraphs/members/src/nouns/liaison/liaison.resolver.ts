import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  EndLiaisonInput,
  EndLiaisonPayload,
  NameLiaisonInput,
  NameLiaisonPayload,
} from "./liaison.input.ts";
import type { LiaisonRow } from "./liaison.loaders.ts";
import { can } from "./liaison.policy.ts";
import { endLiaison, nameLiaison } from "./liaison.service.ts";
import { LiaisonConnection, LiaisonType } from "./liaison.type.ts";

@Resolver(() => LiaisonType)
export class LiaisonResolver {
  @FieldResolver(() => OrganizationRef, { nullable: true, description: "所代表的单位。The unit." })
  organization(@Root() liaison: LiaisonRow): OrganizationRef {
    return { id: liaison.organizationId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "登录标识，仅本单位联络员与平台管理员可见。The person's sign-in; for the unit's own liaisons and operators.",
  })
  subject(@Root() liaison: LiaisonRow, @Ctx() context: MembersContext): string | null {
    return can(context.viewer, "readSubject", liaison) ? liaison.subject : null;
  }

  @Mutation(() => NameLiaisonPayload, {
    description:
      "指定联络员（平台管理员，或本单位联络员）。Names a liaison; for operators and the unit's own liaisons.",
  })
  async nameLiaison(
    @Arg("input", () => NameLiaisonInput) input: NameLiaisonInput,
    @Ctx() context: MembersContext,
  ): Promise<{ liaison: LiaisonRow }> {
    return { liaison: await nameLiaison(context, input) };
  }

  @Mutation(() => EndLiaisonPayload, {
    description:
      "联络员卸任（平台管理员，或本单位联络员）。Ends what a liaison does; for operators and the unit's own liaisons.",
  })
  async endLiaison(
    @Arg("input", () => EndLiaisonInput) input: EndLiaisonInput,
    @Ctx() context: MembersContext,
  ): Promise<{ liaison: LiaisonRow }> {
    return { liaison: await endLiaison(context, input) };
  }
}

/** The liaisons of a unit: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationLiaisonsResolver {
  @FieldResolver(() => LiaisonConnection, {
    description: "联络员，联盟内可见。Those who act for it; for viewers signed in to its alliance.",
  })
  liaisons(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<LiaisonRow>> {
    return context.liaisons.ofOrganization.page(organization.id, page);
  }
}
