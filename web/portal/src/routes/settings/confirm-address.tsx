import { TextLine } from "../../components/text-line.tsx";
import { Button } from "../../components/button.tsx";
import { Fault } from "../../components/fault.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type MailSettingsPageQuery,
  PortalConfirmMailAddressDocument,
  PortalSetMailSettingsDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showInstant } from "../../words/time.ts";

interface ConfirmAddressProps {
  readonly settings: NonNullable<MailSettingsPageQuery["mailSettings"]>;
}

/** The code that was sent to a new address: until it is entered, nothing else is sent there. */
export function ConfirmAddress({ settings }: ConfirmAddressProps) {
  const { address, codeUntil } = settings;
  const confirm = useChange(PortalConfirmMailAddressDocument);
  const resend = useChange(PortalSetMailSettingsDocument);
  const form = useForm({
    name: `settings.mail.code.${address}`,
    initial: { code: "" },
    check: ({ code }) => ({
      code: code.replace(/[\s-]/g, "").length === 12 ? undefined : "验证码有 12 位，请照邮件填写。",
    }),
    send: ({ code }) => confirm.mutateAsync({ code: code.trim() }),
  });
  return (
    <section className="panel stack">
      <h3>确认邮箱</h3>
      <p>
        {codeUntil === null
          ? `${address} 还没有确认，验证码已过期，请重新发送。`
          : `验证码已寄到 ${address}，${showInstant(codeUntil)}前有效。确认以前不寄通知。`}
      </p>
      <Form
        form={form}
        action="确认邮箱"
        label="确认邮箱"
        more={
          <Button isDisabled={resend.isPending} onPress={() => resend.mutate({ address })}>
            重新发送验证码
          </Button>
        }
      >
        <TextLine
          label="验证码"
          {...form.field("code")}
          isRequired
          autoComplete="one-time-code"
          hint="12 位，大小写和空格不计"
        />
        <Fault error={resend.error} />
      </Form>
    </section>
  );
}
