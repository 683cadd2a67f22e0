import { TextLine } from "../../../components/text-line.tsx";
import { filled } from "../../../forms/filled.ts";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import { PortalRenameOrganizationDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { OfficeOrganization } from "./page.tsx";

interface UnitFormProps {
  readonly unit: OfficeOrganization;
  readonly onDone: () => void;
}

/** Gives a unit another name. The former one is kept, and search finds it by both. */
export function RenameForm({ unit, onDone }: UnitFormProps) {
  const { id, version, name } = unit;
  const rename = useChange(PortalRenameOrganizationDocument);
  const form = useForm({
    name: `office.unit.${id}.rename`,
    initial: { name, reason: "" },
    check: (values) => ({
      name:
        values.name.trim() === name
          ? "与现在的名称相同。"
          : textFault(values.name, { name: "名称", most: 100 }),
      reason: textFault(values.reason, { name: "原因", most: 500, isRequired: false }),
    }),
    send: async (values) => {
      await rename.mutateAsync({
        id,
        version,
        name: values.name,
        ...filled({ reason: values.reason }),
      });
      onDone();
    },
  });
  return (
    <Form form={form} action="更名">
      <TextLine label="新名称" {...form.field("name")} isRequired hint="与登记证书上的一致" />
      <TextLine label="原因（可不填）" {...form.field("reason")} />
    </Form>
  );
}
