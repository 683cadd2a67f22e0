import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import {
  type ChosenOrganization,
  OrganizationField,
} from "../../components/organization-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalAppointUnitSeatDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, addDays, dayOf } from "../../words/time.ts";
import { sinceFault } from "../office/since-fault.ts";
import { NO_AGREEMENT, optionsOf } from "./agreement-options.ts";
import type { OrganizationOfPage } from "./organization.ts";

interface AppointUnitSeatProps {
  /** The unit whose page it is. */
  readonly organization: OrganizationOfPage;
  /** Whether somebody comes to sit in it; otherwise it sends somebody. */
  readonly isIn: boolean;
}

/** Enters who of another unit sits in this one, or whom this one sends to sit in another. */
export function AppointUnitSeat({ organization, isIn }: AppointUnitSeatProps) {
  return (
    <FormDialog
      action={isIn ? "登记来任职的人" : "登记派出的人"}
      title={isIn ? "登记在本单位任职的人" : "登记由本单位派出的人"}
    >
      {(close) => <AppointForm organization={organization} isIn={isIn} onDone={close} />}
    </FormDialog>
  );
}

function AppointForm({
  organization,
  isIn,
  onDone,
}: AppointUnitSeatProps & { readonly onDone: () => void }) {
  const { id, name } = organization;
  const own: ChosenOrganization = { id, name };
  const agreements = organization.agreements?.nodes ?? [];
  const viewer = useViewer();
  const today = dayOf(new Date());
  const appoint = useChange(PortalAppointUnitSeatDocument);
  const other = isIn
    ? ({ field: "organizationId", label: "派出单位" } as const)
    : ({ field: "bodyId", label: "任职单位" } as const);
  const form = useForm({
    name: `unit-seat.${id}.${isIn ? "in" : "from"}`,
    initial: {
      bodyId: isIn ? own : undefined,
      organizationId: isIn ? undefined : own,
      holderName: "",
      role: "",
      since: today as Day | undefined,
      agreementId: NO_AGREEMENT,
    },
    check: (values) => ({
      [other.field]: values[other.field] === undefined ? `请选择${other.label}。` : undefined,
      holderName: textFault(values.holderName, { name: "姓名", most: 50 }),
      role: textFault(values.role, { name: "职务", most: 50 }),
      since: sinceFault(values.since, { latest: addDays(today, 1) }, 1),
    }),
    send: async ({ bodyId, organizationId, holderName, role, since = today, agreementId }) => {
      await appoint.mutateAsync({
        bodyId: bodyId?.id ?? "",
        organizationId: organizationId?.id ?? "",
        holderName,
        role,
        since,
        ...(agreementId === NO_AGREEMENT ? {} : { agreementId }),
      });
      onDone();
    },
  });
  return (
    <Form form={form} action="登记">
      <OrganizationField label={other.label} {...form.field(other.field)} />
      <TextLine label="姓名" {...form.field("holderName")} isRequired />
      <TextLine label="所任职务" {...form.field("role")} hint="如“业委会委员”。" isRequired />
      <DayField label="任职日期" {...form.field("since")} />
      {actsFor(viewer, id) && agreements.length > 0 && (
        <Choice
          label="所依据的共建协议"
          options={optionsOf(agreements)}
          {...form.field("agreementId")}
        />
      )}
      <p className="hint">姓名在联盟内可见；双方单位会收到通知。</p>
    </Form>
  );
}
