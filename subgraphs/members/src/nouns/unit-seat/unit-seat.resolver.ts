import { field, fields, personal, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgreementRef } from "../../references/agreement.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./unit-seat.input.ts";
import type { UnitSeatContext, UnitSeatRow } from "./unit-seat.loaders.ts";
import { can } from "./unit-seat.policy.ts";
import * as service from "./unit-seat.service.ts";
import { UnitSeatConnection, UnitSeatType } from "./unit-seat.type.ts";

const mayReadHolder = (seat: UnitSeatRow, { viewer }: UnitSeatContext): boolean =>
  can(viewer, "readHolder", { ...seat, committeeIds: [] });

export const UnitSeatFields = fields<UnitSeatRow, UnitSeatContext>(() => UnitSeatType, {
  holderName: personal("holderName", mayReadHolder, {
    description: "姓名，联盟内可见。Name of the person; for the alliance, null for others.",
  }),
  endReason: personal("endReason", mayReadHolder, {
    description: "离任原因，联盟内可见。Why it ended; for the alliance.",
  }),
  body: reference(() => OrganizationRef, "bodyId", {
    description: "任职的单位。The organisation in which the person sits.",
  }),
  fromOrganization: reference(() => OrganizationRef, "organizationId", {
    description: "派出单位。The organisation that sends the person.",
  }),
  // Whoever may see the agreement itself, its own subgraph decides.
  agreement: field(
    () => AgreementRef,
    {
      nullable: true,
      description:
        "所依据的共建协议，仅双方单位可见。The agreement by which this is so; for the two organisations.",
    },
    ({ agreementId, bodyId, organizationId }, { viewer }) =>
      agreementId !== null &&
      [bodyId, organizationId].some((id) => viewer.organizationIds.includes(id))
        ? { id: agreementId }
        : null,
  ),
});

export const UnitSeatMutations = mutations(
  {
    field: "unitSeat",
    type: UnitSeatType,
    description: "交叉任职。The seat.",
    by: {
      zh: "双方单位的联络员、该单位所在委员会的书记，或平台管理员",
      en: "either organisation, whoever runs a committee of which the body is a member, or an operator",
    },
  },
  { inputs, service },
  {
    appointUnitSeat: { zh: "登记交叉任职", en: "Enters a seat in an organisation" },
    updateUnitSeat: {
      zh: "更正交叉任职的登记，已结束的也可以",
      en: "Corrects what was entered of a seat in an organisation, also of one that has ended",
    },
    endUnitSeat: { zh: "结束交叉任职", en: "Ends a seat in an organisation" },
  },
);

const INCLUDE_ENDED = {
  nullable: true,
  description: "是否含已离任的，默认否。Whether to include ended ones; false by default.",
} as const;

/** The two lists of an organisation: fields of `Organization` that belong to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationUnitSeatsResolver {
  @FieldResolver(() => UnitSeatConnection, {
    description:
      "在本单位交叉任职的人，新的在前。Persons of other organisations who sit in this one, newest first.",
  })
  seatsIn(
    @Root() { id }: OrganizationRef,
    @Arg("includeEnded", () => Boolean, INCLUDE_ENDED) includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { unitSeats }: UnitSeatContext,
  ): Promise<Page<UnitSeatRow>> {
    return unitSeats.inBody(includeEnded ?? false).page(id, page);
  }

  @FieldResolver(() => UnitSeatConnection, {
    description:
      "本单位派到其他单位交叉任职的人，新的在前。Persons whom this organisation sends to sit in other ones, newest first.",
  })
  seatsFrom(
    @Root() { id }: OrganizationRef,
    @Arg("includeEnded", () => Boolean, INCLUDE_ENDED) includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { unitSeats }: UnitSeatContext,
  ): Promise<Page<UnitSeatRow>> {
    return unitSeats.fromOrganization(includeEnded ?? false).page(id, page);
  }
}
