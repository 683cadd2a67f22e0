import { useState } from "react";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalCreateCalendarFeedDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { NewAddress } from "./new-address.tsx";
import type { Owner } from "./owner.ts";

/** Makes an address. It is shown once: the hub keeps only what it needs to recognise it. */
export function AddressForm({ owner: { id, name, owner } }: { readonly owner: Owner }) {
  const [address, setAddress] = useState<string>();
  const create = useChange(PortalCreateCalendarFeedDocument);
  const form = useForm({
    name: `calendar-address.${id}`,
    initial: { label: "" },
    check: ({ label }) => ({ label: textFault(label, { name: "备注", most: 50 }) }),
    send: async ({ label }) => {
      const { createCalendarFeed } = await create.mutateAsync({ ...owner, label });
      const path = createCalendarFeed?.path;
      setAddress(path == null ? undefined : new URL(path, location.origin).href);
    },
  });
  return (
    <section className="panel stack">
      <h2>取一个新地址</h2>
      <p className="muted">{name}的活动</p>
      {address !== undefined && <NewAddress address={address} />}
      <Form form={form} action="取得地址" label="取一个新地址">
        <TextLine
          label="备注"
          {...form.field("label")}
          hint="给谁用、在哪台设备上用，以后凭它知道该撤销哪一个。"
          isRequired
        />
      </Form>
    </section>
  );
}
