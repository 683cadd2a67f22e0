import { DayField } from "../../components/day-field.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { TaskAcceptApplicationDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf } from "../../words/time.ts";
import { beginFault } from "./begin.ts";

interface AcceptApplicationProps {
  readonly id: string;
  /** Called as soon as the hub has done it. */
  readonly onDone: () => Promise<void>;
}

/** From which day a unit belongs to the committee. */
export function AcceptApplication({ id, onDone }: AcceptApplicationProps) {
  const accept = useChange(TaskAcceptApplicationDocument, onDone);
  const form = useForm({
    name: `application.${id}.accept`,
    initial: { joinedOn: dayOf(new Date()) as Day | undefined },
    check: ({ joinedOn }) => ({ joinedOn: beginFault(joinedOn) }),
    send: ({ joinedOn = "" }) => accept.mutateAsync({ id, joinedOn }),
  });
  return (
    <Form form={form} action="同意加入">
      <p>同意后，该单位成为成员单位，能看到委员会内部的资源、需求和活动。</p>
      <DayField label="加入日期" {...form.field("joinedOn")} />
    </Form>
  );
}
