import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { was } from "../../forms/was.ts";
import { PortalUpdateAgendaItemDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { PageActivity } from "./activity.ts";

interface ItemFormProps {
  readonly item: PageActivity["agendaItems"][number];
  readonly onDone: () => void;
}

/** Other words for an item on an agenda, with what was before. */
export function ItemForm({ item, onDone }: ItemFormProps) {
  const { id, version, title } = item;
  const detail = item.detail ?? "";
  const update = useChange(PortalUpdateAgendaItemDocument);
  const form = useForm({
    name: `agenda.item.${id}`,
    initial: { title, detail },
    check: (values) => ({
      title: textFault(values.title, { name: "议题", most: 100 }),
      detail: textFault(values.detail, { name: "内容", most: 1000, isRequired: false }),
    }),
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        title: values.title,
        detail: orNull(values.detail),
      });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      action="保存更正"
      label={`更正议题：${title}`}
      more={
        <Button
          look="quiet"
          onPress={() => {
            form.reset();
            onDone();
          }}
        >
          不改了
        </Button>
      }
    >
      <TextLine
        label="议题"
        {...form.field("title")}
        hint={was(title, form.values.title)}
        isRequired
        autoFocus
      />
      <TextArea
        label="内容（可不填）"
        {...form.field("detail")}
        hint={was(detail, form.values.detail)}
      />
    </Form>
  );
}
