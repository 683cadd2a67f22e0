import { FormDialog } from "../../../components/form-dialog.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import { was } from "../../../forms/was.ts";
import { PortalUpdateLiaisonDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";

interface CorrectLiaisonProps {
  readonly liaison: { readonly id: string; readonly version: number; readonly name: string };
}

/** Corrects the name of a liaison; another person is named as one instead. */
export function CorrectLiaison({ liaison }: CorrectLiaisonProps) {
  return (
    <FormDialog action="更正" of={liaison.name} title="更正联络员" look="quiet">
      {(close) => <CorrectLiaisonForm liaison={liaison} onDone={close} />}
    </FormDialog>
  );
}

function CorrectLiaisonForm({
  liaison,
  onDone,
}: CorrectLiaisonProps & { readonly onDone: () => void }) {
  const { id, version, name } = liaison;
  const update = useChange(PortalUpdateLiaisonDocument);
  const form = useForm({
    name: `office.liaison.${id}.correct`,
    initial: { name },
    check: (values) => ({ name: textFault(values.name, { name: "姓名", most: 50 }) }),
    send: async (values) => {
      await update.mutateAsync({ id, version, name: values.name });
      onDone();
    },
  });
  return (
    <Form form={form} action="保存更正">
      <TextLine
        label="姓名"
        {...form.field("name")}
        hint={was(name, form.values.name)}
        isRequired
        autoFocus
      />
      <p className="hint">只更正写错的；换人请卸任，再指定。</p>
    </Form>
  );
}
