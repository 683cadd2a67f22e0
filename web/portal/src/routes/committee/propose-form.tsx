import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { filled } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalApplyToCommitteeDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface ProposeFormProps {
  readonly committee: { readonly id: string };
  /** The viewer's own that could join, at least one. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

/** Which unit asks to join, and why. */
export function ProposeForm({ committee, units, onDone }: ProposeFormProps) {
  const apply = useChange(PortalApplyToCommitteeDocument);
  const form = useForm({
    name: `application.${committee.id}`,
    initial: { organizationId: units[0]?.id ?? "", message: "" },
    check: ({ message }) => ({
      message: textFault(message, { name: "申请说明", most: 500, isRequired: false }),
    }),
    send: async ({ organizationId, message }) => {
      await apply.mutateAsync({
        committeeId: committee.id,
        organizationId,
        ...filled({ message }),
      });
      onDone();
    },
  });
  return (
    <Form form={form} action="提交申请" label="申请加入">
      {units.length > 1 ? (
        <Choice label="单位" options={namesOf(units)} {...form.field("organizationId")} />
      ) : (
        <p>{units[0]?.name}</p>
      )}
      <TextArea
        label="申请说明（可不填）"
        {...form.field("message")}
        hint="为什么加入，能带来什么。只有委员会和本单位看得到"
      />
    </Form>
  );
}
