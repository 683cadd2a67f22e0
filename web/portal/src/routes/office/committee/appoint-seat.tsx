import { filled } from "../../../forms/filled.ts";
import { textFault } from "../../../forms/text-fault.ts";
import { subjectFault } from "../subject-fault.ts";
import { CheckLine } from "../../../components/check-line.tsx";
import { Choice } from "../../../components/choice.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { type FormState, useForm } from "../../../forms/use-form.ts";
import {
  PortalAppointSeatDocument,
  SeatUnitsDocument,
  type SeatRole,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../../words/time.ts";
import { beginFault } from "../begin.ts";
import type { OfficeCommittee } from "./page.tsx";

const EMPTY = {
  holderName: "",
  role: "PART_TIME" as SeatRole,
  organizationId: undefined as string | undefined,
  since: dayOf(new Date()) as Day | undefined,
  subject: "",
  replaces: false,
};

interface AppointSeatProps {
  readonly committee: OfficeCommittee;
  readonly term: {
    readonly id: string;
    readonly number: number;
    readonly startsOn: Day;
    /** Whether it has not begun: its seats begin with it. */
    readonly isPlanned?: boolean;
  };
  /** Who is its secretary. */
  readonly secretary: { readonly holderName: string | null } | undefined;
}

/** A form to fill a seat of a term. */
export function AppointSeat({ committee, term, secretary }: AppointSeatProps) {
  const { id } = committee;
  const { isPlanned = false } = term;
  const { data } = useAsk(SeatUnitsDocument, { id });
  const appoint = useChange(PortalAppointSeatDocument);
  const form = useForm({
    name: `office.seat.${term.id}`,
    initial: EMPTY,
    check: ({ holderName, organizationId, since, subject }) => ({
      holderName: textFault(holderName, { name: "姓名", most: 50 }),
      organizationId: organizationId === undefined ? "请选择派出单位。" : undefined,
      since: isPlanned ? undefined : beginFault(since, term.startsOn),
      subject: subjectFault(subject, false),
    }),
    send: ({ holderName, role, organizationId = "", since, subject, replaces }) =>
      appoint.mutateAsync({
        committeeId: id,
        termId: term.id,
        holderName,
        role,
        organizationId,
        ...(isPlanned || since === undefined ? {} : { since }),
        ...filled({ subject }),
        ...(!isPlanned && replaces && role === "SECRETARY" ? { replaces } : {}),
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
      <h2>{isPlanned ? `安排第 ${term.number} 届委员` : "任命委员"}</h2>
      <Form form={form} action={isPlanned ? "安排" : "任命"} label="任命委员">
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
        {secretary && form.values.role === "SECRETARY" && (
          <Replacing form={form} isPlanned={isPlanned} name={secretary.holderName ?? "现任书记"} />
        )}
        {isPlanned ? (
          <p className="hint">自{showDay(term.startsOn)}起任职。</p>
        ) : (
          <DayField label="任职日期" {...form.field("since")} />
        )}
        <TextLine
          label="登录名（可不填）"
          {...form.field("subject")}
          hint="填了以后，此人登录就能看到委员会内部的内容"
        />
      </Form>
    </aside>
  );
}

interface ReplacingProps {
  readonly form: FormState<typeof EMPTY>;
  readonly isPlanned: boolean;
  /** Of the secretary whose seat it is. */
  readonly name: string;
}

/** There is one secretary: in a planned term another one takes the place at once, in the current one if that is wanted. */
function Replacing({ form, isPlanned, name }: ReplacingProps) {
  if (isPlanned) return <p className="hint">将替换已列入的书记 {name}。</p>;
  return (
    <CheckLine value={form.values.replaces} onChange={(replaces) => form.set({ replaces })}>
      接替现任书记 {name}，其任职同时结束
    </CheckLine>
  );
}
