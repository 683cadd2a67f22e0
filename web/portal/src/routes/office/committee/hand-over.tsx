import { Choice } from "../../../components/choice.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { TextArea } from "../../../components/text-area.tsx";
import { Form } from "../../../forms/form.tsx";
import { filled } from "../../../forms/filled.ts";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import { OfficeSeatsDocument, PortalHandOverDocument } from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { type Day, addDays, dayOf, showDay } from "../../../words/time.ts";
import type { OfficeCommittee } from "./page.tsx";

/** The most days of a handover, and how many days ahead it may begin. */
const [MOST_DAYS, MOST_DAYS_AHEAD] = [90, 365] as const;

/** Two weeks, today among them. */
const USUAL_DAYS = 14;

/** A form to hand a committee over to one of its deputy secretaries, from a day to a day. */
export function HandOver({ committee }: { readonly committee: OfficeCommittee }) {
  const { id, currentTerm } = committee;
  const today = dayOf(new Date());
  const { data } = useAsk(OfficeSeatsDocument, { id });
  const handOver = useChange(PortalHandOverDocument);
  const deputies = (data?.committee?.seats?.nodes ?? []).filter(
    ({ role, subject, until }) => role === "DEPUTY_SECRETARY" && subject !== null && until === null,
  );
  const form = useForm({
    name: `office.handover.${id}`,
    initial: {
      seatId: undefined as string | undefined,
      from: today as Day | undefined,
      until: addDays(today, USUAL_DAYS - 1) as Day | undefined,
      note: "",
    },
    check: ({ seatId, from, until, note }) => ({
      seatId: seatId === undefined ? "请选择副书记。" : undefined,
      from: fromFault(from, today),
      until: untilFault(until, from ?? today, currentTerm?.endsOn),
      note: textFault(note, { name: "说明", most: 500, isRequired: false }),
    }),
    send: ({ seatId = "", from = "", until = "", note }) =>
      handOver.mutateAsync({ committeeId: id, seatId, from, until, ...filled({ note }) }),
  });
  if (data && deputies.length === 0)
    return (
      <aside className="panel stack">
        <h2>交代行</h2>
        <p>本届没有能登录的副书记。请先在“委员”里任命副书记，并填写登录名。</p>
      </aside>
    );
  return (
    <aside className="panel stack">
      <h2>交代行</h2>
      <Form form={form} action="交代行" label="交代行">
        <Choice
          label="副书记"
          options={Object.fromEntries(
            deputies.map((seat) => [seat.id, seat.holderName ?? "副书记"]),
          )}
          placeholder={data ? "请选择" : "正在读取…"}
          {...form.field("seatId")}
        />
        <DayField label="代行起" {...form.field("from")} />
        <DayField label="代行止" {...form.field("until")} />
        <TextArea
          label="交代的事（可不填）"
          {...form.field("note")}
          rows={3}
          hint="联盟内的人都能看到"
        />
        <p className="hint">代行期间，换届和书记的任职仍由书记办理。可以随时结束。</p>
      </Form>
    </aside>
  );
}

function fromFault(day: Day | undefined, today: Day): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < today) return "不能早于今天。";
  return day > addDays(today, MOST_DAYS_AHEAD) ? "至多提前一年。" : undefined;
}

/** @param last of the term. */
function untilFault(day: Day | undefined, from: Day, last: Day | undefined): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < from) return "不能早于代行起。";
  if (day > addDays(from, MOST_DAYS - 1)) return `一次至多 ${MOST_DAYS} 天。`;
  return last !== undefined && day > last ? `本届到${showDay(last)}为止。` : undefined;
}
