import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { AppointedRole } from "./appointment.entity.ts";

registerEnumType(AppointedRole, {
  name: "AppointedRole",
  description: "任命的角色。Roles that are held by appointment.",
  valuesConfig: {
    AUDITOR: { description: "审计员，查阅审计记录。Auditor: reads the audit log." },
    OPERATOR: {
      description:
        "平台管理员，管理区划、单位与任命。Operator: keeps regions, organisations and appointments.",
    },
  },
});

@ObjectType("Appointment", {
  description: "审计员、平台管理员的任命。The appointment of an auditor or operator for a region.",
})
@Directive('@key(fields: "id")')
export class AppointmentType extends RecordType {
  @Field(() => String, { description: "此人的登录标识。The person's sign-in." }) subject: string;
  @Field(() => AppointedRole, { description: "角色。Role." }) role: AppointedRole;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "卸任时间；在任时为空。When it ended; null while it lasts.",
  })
  endedAt: Date | null;
}

export const AppointmentConnection = connectionOf("Appointment", () => AppointmentType, {
  zh: "任命",
  en: "appointments",
});
