import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { WasLine } from "../../forms/was-line.tsx";
import { was } from "../../forms/was.ts";
import {
  PortalUpdateUnitSeatDocument,
  type UnitSeatPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../words/time.ts";
import { sinceFault } from "../office/since-fault.ts";
import { NO_AGREEMENT, optionsOf } from "./agreement-options.ts";

interface CorrectUnitSeatProps {
  readonly seat: UnitSeatPartsFragment;
  /** Those of the unit whose page it is. */
  readonly agreements: readonly { readonly id: string; readonly title: string }[];
}

/** Corrects who sits there, as what, since when and by which agreement, with what was before. */
export function CorrectUnitSeat({ seat, agreements }: CorrectUnitSeatProps) {
  return (
    <FormDialog action="更正" of={seat.holderName ?? seat.role} title="更正交叉任职" look="quiet">
      {(close) => <CorrectForm seat={seat} agreements={agreements} onDone={close} />}
    </FormDialog>
  );
}

function CorrectForm({
  seat,
  agreements,
  onDone,
}: CorrectUnitSeatProps & { readonly onDone: () => void }) {
  const { id, version, role, since, until, agreement, body, fromOrganization } = seat;
  const viewer = useViewer();
  // Others do not see by which agreement it is, so they leave it as it is.
  const seesAgreement = actsFor(viewer, body?.id) || actsFor(viewer, fromOrganization?.id);
  const [name, by] = [seat.holderName ?? "", agreement?.id ?? NO_AGREEMENT];
  const known = [...(agreement ? [agreement] : []), ...agreements];
  const options = optionsOf(known);
  const update = useChange(PortalUpdateUnitSeatDocument);
  const form = useForm({
    name: `unit-seat.${id}.correct`,
    initial: { holderName: name, role, since: since as Day | undefined, agreementId: by },
    check: (values) => ({
      holderName: textFault(values.holderName, { name: "姓名", most: 50 }),
      role: textFault(values.role, { name: "职务", most: 50 }),
      since: sinceFault(values.since, { latest: until ?? addDays(dayOf(new Date()), 1) }, 1),
    }),
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        holderName: values.holderName,
        role: values.role,
        ...(values.since === undefined ? {} : { since: values.since }),
        ...(values.agreementId === by
          ? {}
          : { agreementId: values.agreementId === NO_AGREEMENT ? null : values.agreementId }),
      });
      onDone();
    },
  });
  const { values } = form;
  return (
    <Form form={form} action="保存更正">
      <TextLine
        label="姓名"
        {...form.field("holderName")}
        hint={was(name, values.holderName)}
        isRequired
        autoFocus
      />
      <TextLine label="所任职务" {...form.field("role")} hint={was(role, values.role)} isRequired />
      <DayField label="任职日期" {...form.field("since")} />
      <WasLine
        before={showDay(since)}
        now={values.since === undefined ? "" : showDay(values.since)}
      />
      {seesAgreement && known.length > 0 && (
        <>
          <Choice label="所依据的共建协议" options={options} {...form.field("agreementId")} />
          <WasLine before={options[by] ?? ""} now={options[values.agreementId] ?? ""} />
        </>
      )}
      <p className="hint">只更正写错的；双方单位会收到通知。</p>
    </Form>
  );
}
