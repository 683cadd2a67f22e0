import { PlaceFilter } from "@alliance-hub/platform/noun/place-filter.input";
import { ChangeInput, MutationInput } from "@alliance-hub/platform/change/mutation.input";
import { Field, InputType } from "type-graphql";
import { AppointedRole } from "./appointment.entity.ts";

@InputType("AppointmentFilter", { description: "任命的筛选条件。Which appointments to list." })
export class AppointmentFilter extends PlaceFilter {
  @Field(() => AppointedRole, { nullable: true, description: "角色。Role." })
  role?: AppointedRole | null;
}

@InputType("AppointInput", {
  description: "任命审计员或平台管理员。An auditor or operator to appoint.",
})
export class AppointInput extends MutationInput {
  @Field(() => String, { description: "此人的登录标识。The sign-in this person uses." })
  subject: string;
  @Field(() => AppointedRole, { description: "角色。Role." }) role: AppointedRole;
  @Field(() => String, { description: "地域代码，含其下级。The place, with all below it." })
  regionCode: string;
}

@InputType("EndAppointmentInput", { description: "解除任命。An appointment to end." })
export class EndAppointmentInput extends ChangeInput {}
