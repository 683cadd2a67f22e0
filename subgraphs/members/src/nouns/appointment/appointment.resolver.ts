import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { RegionRef } from "../../references/region.ref.ts";
import {
  AppointInput,
  AppointPayload,
  AppointmentFilter,
  EndAppointmentInput,
  EndAppointmentPayload,
} from "./appointment.input.ts";
import type { AppointmentRow } from "./appointment.loaders.ts";
import { appoint, endAppointment } from "./appointment.service.ts";
import { AppointmentConnection, AppointmentType } from "./appointment.type.ts";

@Resolver(() => AppointmentType)
export class AppointmentResolver {
  @Query(() => AppointmentConnection, {
    description:
      "现有任命，新的在前（平台管理员、审计员，及本人所受任命）。Appointments that last, newest first; for operators and auditors, and the own ones.",
  })
  async appointments(
    @Arg("filter", () => AppointmentFilter, { nullable: true }) filter: AppointmentFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<AppointmentRow>> {
    if (context.viewer.kind === "ANONYMOUS")
      throw forbidden(context.viewer, "Appointments are not public.");
    return await fetchPage(context.rows, await context.appointments.list(filter ?? {}), page);
  }

  @FieldResolver(() => RegionRef, {
    nullable: true,
    description: "地域，含其下级。The place, with all below it.",
  })
  region(@Root() appointment: AppointmentRow): RegionRef {
    return { code: appointment.regionCode };
  }

  @Mutation(() => AppointPayload, {
    description:
      "任命审计员或平台管理员（该地平台管理员）。Appoints an auditor or operator; for operators of the place.",
  })
  async appoint(
    @Arg("input", () => AppointInput) input: AppointInput,
    @Ctx() context: MembersContext,
  ): Promise<{ appointment: AppointmentRow }> {
    return { appointment: await appoint(context, input) };
  }

  @Mutation(() => EndAppointmentPayload, {
    description: "解除任命（该地平台管理员）。Ends an appointment; for operators of the place.",
  })
  async endAppointment(
    @Arg("input", () => EndAppointmentInput) input: EndAppointmentInput,
    @Ctx() context: MembersContext,
  ): Promise<{ appointment: AppointmentRow }> {
    return { appointment: await endAppointment(context, input) };
  }
}
