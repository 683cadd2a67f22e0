import { TextArea } from "../../components/text-area.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { TaskResolveIssueDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface ResolveFormProps {
  readonly id: string;
  readonly version: number;
}

/** What came of an issue. It is settled with that. */
export function ResolveForm({ id, version }: ResolveFormProps) {
  const resolve = useChange(TaskResolveIssueDocument);
  const form = useForm({
    name: `resolve.${id}`,
    initial: { outcome: "" },
    check: ({ outcome }) => ({ outcome: textFault(outcome, { name: "办理结果", most: 500 }) }),
    send: ({ outcome }) => resolve.mutateAsync({ id, version, outcome }),
  });
  return (
    <section className="panel stack">
      <h2>销号</h2>
      <Form form={form} action="登记结果并销号" label="销号">
        <TextArea
          label="办理结果"
          {...form.field("outcome")}
          hint="销号后如有错误，可以更正结果，或恢复办理。"
          isRequired
        />
      </Form>
    </section>
  );
}
