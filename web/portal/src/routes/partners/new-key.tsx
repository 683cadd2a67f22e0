import { useState } from "react";
import { CheckList } from "../../components/check-list.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalEnterPartnerDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { SCOPES, type Scope } from "./scopes.ts";

interface NewKeyProps {
  readonly unit: { readonly id: string; readonly name: string };
}

/** A form to enter a system; its key is shown once. */
export function NewKey({ unit }: NewKeyProps) {
  const enter = useChange(PortalEnterPartnerDocument);
  const [secret, setSecret] = useState<string>();
  const form = useForm({
    name: `partners.key.${unit.id}`,
    initial: { name: "", scopes: ["activities:read"] as readonly Scope[] },
    check: ({ name, scopes }) => ({
      name: nameFault(name),
      scopes: scopes.length === 0 ? "请至少选择一项权限。" : undefined,
    }),
    send: async ({ name, scopes }) => {
      const input = { organizationId: unit.id, name, scopes: [...scopes] };
      const { enterPartner } = await enter.mutateAsync(input);
      setSecret(enterPartner?.key ?? undefined);
    },
  });
  if (secret !== undefined)
    return (
      <aside>
        <SecretOnce name="系统密钥" secret={secret} onKept={() => setSecret(undefined)}>
          请交给做系统的同事保管，不要写在公开的地方。遗失了就吊销，用另一个名称重新登记。
        </SecretOnce>
      </aside>
    );
  return (
    <aside className="panel stack">
      <h2>登记合作系统</h2>
      <Form form={form} action="登记并取得密钥" label="登记合作系统">
        <TextLine
          label="系统名称"
          {...form.field("name")}
          onChange={(name) => form.set({ name: name.trim() })}
          isRequired
          hint="限拉丁字母、数字与 . _ -，登记后不能更改"
        />
        <CheckList
          label="权限"
          options={SCOPES}
          hint="只给它要用的；系统能做的不会超过本单位"
          value={form.values.scopes}
          onChange={(scopes) => form.set({ scopes })}
          fault={form.fault("scopes")}
        />
      </Form>
    </aside>
  );
}

function nameFault(name: string): string | undefined {
  if (name === "") return "请填写系统名称。";
  return /^[A-Za-z0-9._-]{1,60}$/.test(name)
    ? undefined
    : "系统名称有 1 至 60 位，限拉丁字母、数字与 . _ -。";
}
