import { CheckLine } from "../../../components/check-line.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { NumberLine } from "../../../components/number-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import {
  PortalPlanTermDocument,
  PortalStartTermDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../../words/time.ts";
import type { OfficeCommittee } from "./page.tsx";
import { MOST_DAYS_AHEAD, numberFault, termEndFault, termStartFault } from "./term-faults.ts";

/**
 * A form for the next term. One that begins later is planned, and can be prepared and given up until then; one that
 * begins today takes over at once.
 */
export function NextTerm({ committee }: { readonly committee: OfficeCommittee }) {
  const { id, currentTerm } = committee;
  const [last] = committee.terms?.nodes ?? [];
  const today = dayOf(new Date());
  const plan = useChange(PortalPlanTermDocument);
  const start = useChange(PortalStartTermDocument);
  const isPlanned = (startsOn: Day | undefined): boolean =>
    Boolean(currentTerm) && startsOn !== undefined && startsOn > today;
  const form = useForm({
    name: `office.term.${id}`,
    initial: {
      number: ((last?.number ?? 0) + 1) as number | undefined,
      startsOn: dayAfter(currentTerm?.endsOn, today) as Day | undefined,
      endsOn: undefined as Day | undefined,
      carrySeats: true,
    },
    check: ({ number, startsOn, endsOn }) => ({
      number: numberFault(number, last?.number),
      startsOn: termStartFault(startsOn, {
        after: last?.startsOn,
        latest: addDays(today, MOST_DAYS_AHEAD[isPlanned(startsOn) ? "plan" : "start"]),
      }),
      endsOn: termEndFault(endsOn, startsOn),
    }),
    send: ({ number = 0, startsOn = "", endsOn = "", carrySeats }) =>
      (isPlanned(startsOn) ? plan : start).mutateAsync({
        committeeId: id,
        number,
        startsOn,
        endsOn,
        carrySeats,
      }),
  });
  const { number, startsOn, carrySeats } = form.values;
  const isAhead = isPlanned(startsOn);
  return (
    <aside className="panel stack">
      <h2>下一届</h2>
      <Form
        form={form}
        action={isAhead ? "筹备下一届" : "换届"}
        label="下一届"
        {...(isAhead
          ? {}
          : {
              question: (
                <>
                  <p>
                    第 {number} 届自{startsOn && showDay(startsOn)}起。
                    {last && startsOn && last.endsOn >= startsOn
                      ? `第 ${last.number} 届随之提前到${showDay(addDays(startsOn, -1))}结束，`
                      : ""}
                    换届后不能撤回。
                  </p>
                  <p>
                    {carrySeats ? "在任的委员全部留任。" : "在任的委员不留任，请在换届后重新任命。"}
                  </p>
                </>
              ),
            })}
      >
        <NumberLine label="届次" {...form.field("number")} isRequired />
        <DayField label="任期起" {...form.field("startsOn")} />
        <p className="hint">
          {isAhead
            ? "起日以前都是筹备：可以逐个安排委员、改日期，也可以取消。到那一天零时自动接任。"
            : "起日在今天以后的，先筹备，到那一天自动接任。"}
        </p>
        <DayField label="任期止" {...form.field("endsOn")} />
        <CheckLine value={carrySeats} onChange={(value) => form.set({ carrySeats: value })}>
          {isAhead ? "先把在任的委员都列入" : "在任的委员留任"}
        </CheckLine>
      </Form>
    </aside>
  );
}

/** The day after the current term; today if there is none, or it is over. */
function dayAfter(last: Day | undefined, today: Day): Day {
  const next = last === undefined ? today : addDays(last, 1);
  return next < today ? today : next;
}
