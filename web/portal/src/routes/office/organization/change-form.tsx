import { textFault } from "../../../forms/text-fault.ts";
import { useState } from "react";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { PortalUpdateOrganizationDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { RenameForm } from "./rename-form.tsx";
import { FormDialog } from "../../../components/form-dialog.tsx";
import type { OfficeOrganization } from "./page.tsx";

/** What a unit says of itself in a line, and its name, which is changed with a reason. */
export function ChangeForm({ unit }: { readonly unit: OfficeOrganization }) {
  const { id, version, name, brand } = unit;
  const change = useChange(PortalUpdateOrganizationDocument);
  const [isDone, setDone] = useState(false);
  const form = useForm({
    name: `office.unit.${id}`,
    initial: { brand: brand ?? "" },
    check: (values) => ({
      brand: textFault(values.brand, { name: "品牌", most: 100 }),
    }),
    send: async (values) => {
      setDone(false);
      await change.mutateAsync({ id, version, brand: values.brand });
      setDone(true);
    },
  });
  return (
    <div className="panel stack">
      <div className="row">
        <div className="row-main">
          <p className="row-title">{name}</p>
          <p className="muted">更名以后，用原来的名称仍能找到。</p>
        </div>
        <FormDialog action="更名" look="quiet">
          {(close) => <RenameForm unit={unit} onDone={close} />}
        </FormDialog>
      </div>
      <Form
        form={form}
        action="保存"
        label="名称和品牌"
        isDisabled={form.values.brand === (brand ?? "")}
      >
        <TextLine label="品牌" {...form.field("brand")} hint="一句话介绍，在单位列表中显示" />
      </Form>
      {isDone && (
        <p className="notice notice-good" role="status">
          已保存。
        </p>
      )}
    </div>
  );
}
