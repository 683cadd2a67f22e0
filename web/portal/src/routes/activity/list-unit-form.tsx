import { ListField } from "../../components/list-field.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../components/organization-field.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalJoinActivityDocument,
  PortalRecordAttendanceDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";
import { peopleFault } from "./attendance-form.tsx";

interface Listed {
  readonly member: string | undefined;
  readonly other: ChosenOrganization | undefined;
  readonly attendance: number | undefined;
}

/** Puts a unit on the list that was there and had not joined, with how many people came from it. */
export function ListUnitForm({ activity }: { readonly activity: PageActivity }) {
  const { id, committee, participants } = activity;
  const { units } = useCommitteeUnits(committee?.id);
  const join = useChange(PortalJoinActivityDocument);
  const record = useChange(PortalRecordAttendanceDocument);
  const takesPart = (unitId: string): boolean =>
    participants.some(
      ({ state, organization }) => state === "JOINED" && organization?.id === unitId,
    );
  const options = Object.entries(units)
    .filter(([unitId]) => !takesPart(unitId))
    .map(([unitId, name]) => ({ id: unitId, name }));
  const form = useForm<Listed>({
    name: `listed.${id}`,
    initial: { member: undefined, other: undefined, attendance: undefined },
    check: ({ member, other, attendance }) => ({
      member: member === undefined && !other ? "请选择一个单位。" : undefined,
      other:
        other && member !== undefined
          ? "一次添加一个单位，请只留一处。"
          : other && takesPart(other.id)
            ? `${other.name}已经在参加单位里。`
            : undefined,
      attendance: peopleFault(attendance),
    }),
    send: async ({ member, other, attendance }) => {
      const organizationId = member ?? other?.id;
      if (organizationId === undefined) return;
      await join.mutateAsync({ id, organizationId });
      if (attendance !== undefined) await record.mutateAsync({ id, organizationId, attendance });
    },
  });
  return (
    <div className="panel stack">
      <h3>添加参加单位</h3>
      <p className="hint">到场而没有报名的单位，在这里补上；单位会收到通知。</p>
      <Form form={form} action="添加" label="添加参加单位">
        <ListField
          label="委员会的单位"
          options={options}
          placeholder="输入名称查找"
          {...form.field("member")}
        />
        <OrganizationField label="其他单位（可不选）" {...form.field("other")} />
        <NumberLine label="到场人次（可不填）" {...form.field("attendance")} />
      </Form>
    </div>
  );
}
