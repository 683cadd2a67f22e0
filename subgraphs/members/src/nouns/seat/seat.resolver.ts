import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import type { TermRow } from "../term/term.loaders.ts";
import { TermType } from "../term/term.type.ts";
import {
  AppointSeatInput,
  AppointSeatPayload,
  EndSeatInput,
  EndSeatPayload,
} from "./seat.input.ts";
import type { SeatRow } from "./seat.loaders.ts";
import { can } from "./seat.policy.ts";
import { appointSeat, endSeat } from "./seat.service.ts";
import { SeatConnection, SeatType } from "./seat.type.ts";

@Resolver(() => SeatType)
export class SeatResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "姓名，联盟内可见。Name of the person; for viewers signed in to the alliance, null for others.",
  })
  holderName(@Root() seat: SeatRow, @Ctx() { viewer }: MembersContext): string | null {
    return can(viewer, "readHolder", seat) ? seat.holderName : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "离任原因，联盟内可见。Why it ended; for viewers signed in to the alliance.",
  })
  endReason(@Root() seat: SeatRow, @Ctx() { viewer }: MembersContext): string | null {
    return can(viewer, "readHolder", seat) ? seat.endReason : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "登录标识，仅书记与平台管理员可见。The person's sign-in; for who runs the committee and operators.",
  })
  subject(@Root() seat: SeatRow, @Ctx() { viewer }: MembersContext): string | null {
    return can(viewer, "readSubject", seat) ? seat.subject : null;
  }

  @FieldResolver(() => CommitteeRef, { nullable: true, description: "委员会。The committee." })
  committee(@Root() seat: SeatRow): CommitteeRef {
    return { id: seat.committeeId };
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "派出单位。The unit that sends the person.",
  })
  fromOrganization(@Root() seat: SeatRow): OrganizationRef {
    return { id: seat.organizationId };
  }

  @FieldResolver(() => TermType, {
    nullable: true,
    description: "所属任期。The term it belongs to.",
  })
  term(@Root() seat: SeatRow, @Ctx() context: MembersContext): Promise<TermRow | null> {
    return context.terms.byId.load(seat.termId);
  }

  @Mutation(() => AppointSeatPayload, {
    description:
      "任命委员（书记，或平台管理员）。Fills a seat of the current term; for the secretary or an operator.",
  })
  async appointSeat(
    @Arg("input", () => AppointSeatInput) input: AppointSeatInput,
    @Ctx() context: MembersContext,
  ): Promise<{ seat: SeatRow }> {
    return { seat: await appointSeat(context, input) };
  }

  @Mutation(() => EndSeatPayload, {
    description: "委员离任（书记，或平台管理员）。Ends a seat; for the secretary or an operator.",
  })
  async endSeat(
    @Arg("input", () => EndSeatInput) input: EndSeatInput,
    @Ctx() context: MembersContext,
  ): Promise<{ seat: SeatRow }> {
    return { seat: await endSeat(context, input) };
  }
}

/** The seats of a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeSeatsResolver {
  @FieldResolver(() => SeatConnection, {
    description:
      "本届在任委员，任职早的在前。Seats of the current term held now, those held longest first.",
  })
  seats(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<SeatRow>> {
    return context.seats.ofCommittee.page(committee.id, page);
  }
}
