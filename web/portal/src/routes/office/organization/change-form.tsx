import { textFault } from "../../../forms/text-fault.ts";
import { useState } from "react";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { PortalUpdateOrganizationDocument } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import type { OfficeOrganization } from "./page.tsx";

/** Corrects what a unit is called; whatever else was registered stays. */
export function ChangeForm({ unit }: { readonly unit: OfficeOrganization }) {
  const { id, version, name, brand } = unit;
  const change = useChange(PortalUpdateOrganizationDocument);
  const [isDone, setDone] = useState(false);
  const form = useForm({
    name: `office.unit.${id}`,
    initial: { name, brand: brand ?? "" },
    check: (values) => ({
      name: textFault(values.name, { name: "名称", most: 100 }),
      brand: textFault(values.brand, { name: "品牌", most: 100, isRequired: brand !== null }),
    }),
    send: async (values) => {
      setDone(false);
      await change.mutateAsync({
        id,
        version,
        ...(values.name === name ? {} : { name: values.name }),
        ...(values.brand.trim() === "" || values.brand === brand ? {} : { brand: values.brand }),
      });
      setDone(true);
    },
  });
  const isSame = form.values.name === name && form.values.brand === (brand ?? "");
  return (
    <div className="panel">
      <Form form={form} action="保存" label="名称和品牌" isDisabled={isSame}>
        <TextLine label="名称" {...form.field("name")} isRequired />
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
