import { DayField } from "../../../components/day-field.tsx";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import { WasLine } from "../../../forms/was-line.tsx";
import { was } from "../../../forms/was.ts";
import {
  type OfficeSeatFragment,
  PortalUpdateSeatDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, showDay } from "../../../words/time.ts";
import { sinceFault } from "../since-fault.ts";

interface CorrectSeatProps {
  readonly seat: OfficeSeatFragment;
  /** Within which the first day lies. */
  readonly term: { readonly startsOn: Day; readonly endsOn: Day };
}

/** Corrects the name and the first day of whoever sits there; another person is appointed instead. */
export function CorrectSeat({ seat, term }: CorrectSeatProps) {
  return (
    <FormDialog action="更正" of={seat.holderName ?? "委员"} title="更正委员任职" look="quiet">
      {(close) => <CorrectSeatForm seat={seat} term={term} onDone={close} />}
    </FormDialog>
  );
}

function CorrectSeatForm({
  seat,
  term,
  onDone,
}: CorrectSeatProps & { readonly onDone: () => void }) {
  const { id, version, since, until } = seat;
  const name = seat.holderName ?? "";
  const update = useChange(PortalUpdateSeatDocument);
  const form = useForm({
    name: `office.seat.${id}.correct`,
    initial: { holderName: name, since: since as Day | undefined },
    check: (values) => ({
      holderName: textFault(values.holderName, { name: "姓名", most: 50 }),
      since: sinceFault(values.since, { earliest: term.startsOn, latest: until ?? term.endsOn }),
    }),
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        holderName: values.holderName,
        ...(values.since === undefined ? {} : { since: values.since }),
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
      <DayField label="任职日期" {...form.field("since")} />
      <WasLine
        before={showDay(since)}
        now={values.since === undefined ? "" : showDay(values.since)}
      />
      <p className="hint">只更正写错的；换人请登记离任，再任命。</p>
    </Form>
  );
}
