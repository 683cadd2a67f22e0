import { subjectFault } from "../subject-fault.ts";
import { usePlace } from "../../../app/viewer.ts";
import { Choice } from "../../../components/choice.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { type AppointedRole, PortalAppointDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { APPOINTED_ROLES } from "../../../words/labels.ts";

const WHAT_FOR: Readonly<Record<AppointedRole, string>> = {
  AUDITOR: "可以查看这个地域的审计记录，不能更改任何内容。",
  OPERATOR: "可以管理这个地域的区划、单位、委员会和任命。",
};

/** A form to appoint somebody; the role is said in words, for it gives much. */
export function Appoint() {
  const ownPlace = usePlace();
  const appoint = useChange(PortalAppointDocument);
  const form = useForm({
    name: "office.appoint",
    initial: {
      subject: "",
      role: undefined as AppointedRole | undefined,
      regionCode: ownPlace,
    },
    check: ({ subject, role, regionCode }) => ({
      subject: subjectFault(subject),
      role: role === undefined ? "请选择角色。" : undefined,
      regionCode: regionCode === undefined ? "请选择地域。" : undefined,
    }),
    send: ({ subject, role = "AUDITOR", regionCode = "" }) =>
      appoint.mutateAsync({ subject, role, regionCode }),
  });
  const { role, subject } = form.values;
  return (
    <aside className="panel stack">
      <h2>任命</h2>
      <Form
        form={form}
        action="任命"
        label="任命"
        question={
          <p>
            任命 {subject} 为{role && APPOINTED_ROLES[role]}？{role && WHAT_FOR[role]}
          </p>
        }
      >
        <Choice
          label="角色"
          options={APPOINTED_ROLES}
          {...form.field("role")}
          onChange={(chosen) => form.set({ role: chosen as AppointedRole })}
        />
        {role !== undefined && <p className="hint">{WHAT_FOR[role]}</p>}
        <TextLine
          label="登录名"
          {...form.field("subject")}
          isRequired
          hint="此人登录统一身份认证时的标识"
        />
        <PlaceField
          label="地域（含其下级）"
          {...form.field("regionCode")}
          onChange={(regionCode) => form.set({ regionCode })}
        />
      </Form>
    </aside>
  );
}
