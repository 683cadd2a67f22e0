import { FieldResolver, Resolver, Root } from "type-graphql";
import { OrganizationRef } from "../../references/organization.ref.ts";
import type { AgreementPartyRow } from "./agreement-party.loaders.ts";
import { AgreementPartyType } from "./agreement-party.type.ts";

@Resolver(() => AgreementPartyType)
export class AgreementPartyResolver {
  @FieldResolver(() => OrganizationRef, { nullable: true, description: "单位。The organisation." })
  organization(@Root() party: AgreementPartyRow): OrganizationRef {
    return { id: party.organizationId };
  }
}
