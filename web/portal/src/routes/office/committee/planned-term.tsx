import { Confirm } from "../../../components/confirm.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { NumberLine } from "../../../components/number-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  PortalDiscardPlannedTermDocument,
  PortalUpdatePlannedTermDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../../words/time.ts";
import type { OfficeCommittee } from "./page.tsx";
import { MOST_DAYS_AHEAD, numberFault, termEndFault, termStartFault } from "./term-faults.ts";
import type { PlannedTerm } from "./terms.tsx";

interface PlannedTermPanelProps {
  readonly committee: OfficeCommittee;
  readonly planned: PlannedTerm;
}

/** The number and the days of the next term, which can be changed until it begins, and a way to give it up. */
export function PlannedTermPanel({ committee, planned }: PlannedTermPanelProps) {
  const { id, version } = planned;
  const { currentTerm } = committee;
  const today = dayOf(new Date());
  const update = useChange(PortalUpdatePlannedTermDocument);
  const discard = useChange(PortalDiscardPlannedTermDocument);
  const before = committee.terms?.nodes.find(({ state }) => state !== "PLANNED");
  const initial = {
    number: planned.number as number | undefined,
    startsOn: planned.startsOn as Day | undefined,
    endsOn: planned.endsOn as Day | undefined,
  };
  const form = useForm({
    name: `office.planned.${id}`,
    initial,
    check: ({ number, startsOn, endsOn }) => ({
      number: numberFault(number, before?.number),
      startsOn:
        startsOn !== undefined && startsOn <= today
          ? "须在今天以后。"
          : termStartFault(startsOn, {
              after: before?.startsOn,
              latest: addDays(today, MOST_DAYS_AHEAD.plan),
            }),
      endsOn: termEndFault(endsOn, startsOn),
    }),
    send: ({ number = 0, startsOn = "", endsOn = "" }) =>
      update.mutateAsync({ id, version, number, startsOn, endsOn }),
  });
  const { number, startsOn, endsOn } = form.values;
  const isSame =
    number === planned.number && startsOn === planned.startsOn && endsOn === planned.endsOn;
  return (
    <aside className="panel stack">
      <h2>届次和任期</h2>
      <Form
        form={form}
        action="保存"
        label="届次和任期"
        isDisabled={isSame}
        more={
          <Confirm
            action="取消筹备"
            question={`取消筹备第 ${planned.number} 届？已安排的委员一并取消，本届任满为止。`}
            error={discard.error}
            onConfirm={async () => {
              await discard.mutateAsync({ id, version });
            }}
          />
        }
      >
        <NumberLine label="届次" {...form.field("number")} isRequired />
        <DayField label="任期起" {...form.field("startsOn")} />
        {currentTerm && startsOn !== undefined && (
          <p className="hint">
            第 {currentTerm.number} 届到{showDay(addDays(startsOn, -1))}为止。
          </p>
        )}
        <DayField label="任期止" {...form.field("endsOn")} />
      </Form>
    </aside>
  );
}
