import { CheckLine } from "../../../components/check-line.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { NumberLine } from "../../../components/number-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { PortalStartTermDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../../words/time.ts";
import type { OfficeCommittee } from "./page.tsx";

/** How many days before its first day a term may be entered. */
const MOST_DAYS_AHEAD = 31;

/** A form to enter the next term: the present one ends on the day before. */
export function StartTerm({ committee }: { readonly committee: OfficeCommittee }) {
  const [last] = committee.terms?.nodes ?? [];
  const today = dayOf(new Date());
  const latest = addDays(today, MOST_DAYS_AHEAD);
  const start = useChange(PortalStartTermDocument);
  const form = useForm({
    name: `office.term.${committee.id}`,
    initial: {
      number: ((last?.number ?? 0) + 1) as number | undefined,
      startsOn: nextDay(last?.endsOn, { today, latest }) as Day | undefined,
      endsOn: undefined as Day | undefined,
      carrySeats: true,
    },
    check: ({ number, startsOn, endsOn }) => ({
      number:
        number === undefined || number <= (last?.number ?? 0) || number > 99
          ? `请填写 ${(last?.number ?? 0) + 1} 到 99。`
          : undefined,
      startsOn: startFault(startsOn, { after: last?.startsOn, latest }),
      endsOn:
        endsOn === undefined
          ? "请填写日期。"
          : startsOn !== undefined && endsOn <= startsOn
            ? "须晚于任期起。"
            : undefined,
    }),
    send: ({ number = 0, startsOn = "", endsOn = "", carrySeats }) =>
      start.mutateAsync({ committeeId: committee.id, number, startsOn, endsOn, carrySeats }),
  });
  const { number, startsOn, carrySeats } = form.values;
  return (
    <aside className="panel stack">
      <h2>换届</h2>
      <Form
        form={form}
        action="换届"
        label="换届"
        question={
          <>
            <p>
              第 {number} 届自{startsOn && showDay(startsOn)}起。
              {last && startsOn && last.endsOn >= startsOn
                ? `第 ${last.number} 届随之提前到${showDay(addDays(startsOn, -1))}结束，`
                : ""}
              换届后不能撤回。
            </p>
            <p>{carrySeats ? "在任的委员全部留任。" : "在任的委员不留任，请在换届后重新任命。"}</p>
          </>
        }
      >
        <NumberLine label="届次" {...form.field("number")} isRequired />
        <DayField label="任期起" {...form.field("startsOn")} />
        <p className="hint">至多提前 {MOST_DAYS_AHEAD} 天登记，到那一天自动成为本届。</p>
        <DayField label="任期止" {...form.field("endsOn")} />
        <CheckLine value={carrySeats} onChange={(value) => form.set({ carrySeats: value })}>
          在任的委员留任
        </CheckLine>
      </Form>
    </aside>
  );
}

/** The day after the last term, where it lies within what can be entered; else today. */
function nextDay(
  last: Day | undefined,
  { today, latest }: { readonly today: Day; readonly latest: Day },
): Day {
  const next = last === undefined ? today : addDays(last, 1);
  return next < today || next > latest ? today : next;
}

function startFault(
  day: Day | undefined,
  { after, latest }: { readonly after: Day | undefined; readonly latest: Day },
): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (after !== undefined && day <= after) return `须晚于上一届的起日${showDay(after)}。`;
  return day > latest ? `至多提前 ${MOST_DAYS_AHEAD} 天，即到${showDay(latest)}。` : undefined;
}
