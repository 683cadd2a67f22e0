import { filled } from "../../../forms/filled.ts";
import { textFault } from "../../../forms/text-fault.ts";
import { subjectFault } from "../subject-fault.ts";
import { Choice } from "../../../components/choice.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  PortalAppointSeatDocument,
  SeatUnitsDocument,
  type SeatRole,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";
import { type Day, dayOf } from "../../../words/time.ts";
import { beginFault } from "../begin.ts";
import type { OfficeCommittee } from "./page.tsx";

const EMPTY = {
  holderName: "",
  role: "PART_TIME" as SeatRole,
  organizationId: undefined as string | undefined,
  since: dayOf(new Date()) as Day | undefined,
  subject: "",
};

/** A form to fill a seat of the current term. */
export function AppointSeat({ committee }: { readonly committee: OfficeCommittee }) {
  const { id, currentTerm } = committee;
  const { data } = useAsk(SeatUnitsDocument, { id });
  const appoint = useChange(PortalAppointSeatDocument);
  const form = useForm({
    name: `office.seat.${id}`,
    initial: EMPTY,
    check: ({ holderName, organizationId, since, subject }) => ({
      holderName: textFault(holderName, { name: "姓名", most: 50 }),
      organizationId: organizationId === undefined ? "请选择派出单位。" : undefined,
      since: beginFault(since, currentTerm?.startsOn),
      subject: subjectFault(subject, false),
    }),
    send: ({ holderName, role, organizationId = "", since, subject }) =>
      appoint.mutateAsync({
        committeeId: id,
        holderName,
        role,
        organizationId,
        ...(since === undefined ? {} : { since }),
        ...filled({ subject }),
      }),
  });
  const units = [
    ...(data?.committee?.organization ? [data.committee.organization] : []),
    ...(data?.committee?.memberUnits?.nodes ?? []).flatMap(
      ({ organization }) => organization ?? [],
    ),
  ];
  return (
    <aside className="panel stack">
      <h2>任命委员</h2>
      <Form form={form} action="任命" label="任命委员">
        <TextLine label="姓名" {...form.field("holderName")} isRequired />
        <Choice
          label="职务"
          options={SEAT_ROLES}
          {...form.field("role")}
          onChange={(role) => form.set({ role: role as SeatRole })}
        />
        <Choice
          label="派出单位"
          options={Object.fromEntries(units.map((unit) => [unit.id, unit.name]))}
          placeholder={data ? "请选择" : "正在读取…"}
          {...form.field("organizationId")}
        />
        <DayField label="任职日期" {...form.field("since")} />
        <TextLine
          label="登录名（可不填）"
          {...form.field("subject")}
          hint="填了以后，此人登录就能看到委员会内部的内容"
        />
      </Form>
    </aside>
  );
}
