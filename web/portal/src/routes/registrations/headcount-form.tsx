import { DayField } from "../../components/day-field.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalRecordHeadcountDocument,
  type RegistrationPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { Headcounts } from "./headcounts.tsx";
import { type Day, dayOf, showDay } from "../../words/time.ts";

interface HeadcountFormProps {
  readonly registration: RegistrationPartsFragment;
  readonly onDone: () => void;
}

/** Records how many members serve from a day on; a second number for one day corrects the first. */
export function HeadcountForm({ registration, onDone }: HeadcountFormProps) {
  const { id, version, headcount, submittedAt } = registration;
  const record = useChange(PortalRecordHeadcountDocument);
  const today = dayOf(new Date());
  const first = dayOf(submittedAt);
  const form = useForm({
    name: `registration.${id}.headcount`,
    initial: { headcount: headcount as number | undefined, on: today as Day | undefined },
    check: (values) => ({
      headcount: values.headcount ? undefined : "请填写人数，至少 1 人。",
      on: dayFault(values.on, first, today),
    }),
    send: async ({ headcount: members = 0, on = today }) => {
      await record.mutateAsync({ id, version, headcount: members, on });
      onDone();
    },
  });
  return (
    <Form form={form} action="登记">
      <Headcounts registration={registration} />
      <NumberLine
        label="报到党员人数"
        {...form.field("headcount")}
        hint="只填人数，不列名单。"
        isRequired
      />
      <DayField label="从哪天起" {...form.field("on")} />
    </Form>
  );
}

function dayFault(day: Day | undefined, first: Day, today: Day): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < first) return `不能早于报到之日（${showDay(first)}）。`;
  return day > today ? "不能晚于今天。" : undefined;
}
