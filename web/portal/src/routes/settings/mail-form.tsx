import { Choice } from "../../components/choice.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type MailLanguage,
  type MailMode,
  type MailSettingsPageQuery,
  PortalRemoveMailSettingsDocument,
  PortalSetMailSettingsDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { LANGUAGES } from "../../words/languages.ts";

const MODES: Readonly<Record<MailMode, string>> = {
  AT_ONCE: "有通知就寄",
  DAILY: "每天 07:30 寄一封摘要，没有内容不寄",
  NONE: "不寄",
};

interface MailFormProps {
  readonly settings: MailSettingsPageQuery["mailSettings"];
}

/** Where mail goes, when, and in which language. */
export function MailForm({ settings }: MailFormProps) {
  const change = useChange(PortalSetMailSettingsDocument);
  const remove = useChange(PortalRemoveMailSettingsDocument);
  const before = {
    address: settings?.address ?? "",
    mode: settings?.mode ?? ("AT_ONCE" as MailMode),
    language: settings?.language ?? ("ZH_CN" as MailLanguage),
  };
  const form = useForm({
    name: "settings.mail",
    initial: before,
    check: ({ address }) => ({ address: addressFault(address.trim()) }),
    send: ({ address, mode, language }) =>
      change.mutateAsync({
        ...(settings ? { version: settings.version } : {}),
        ...(address.trim() === before.address ? {} : { address: address.trim() }),
        mode,
        language,
      }),
  });
  const { values } = form;
  const isSame =
    settings !== null &&
    values.address.trim() === before.address &&
    values.mode === before.mode &&
    values.language === before.language;
  return (
    <div className="panel">
      <Form
        form={form}
        action={settings ? "保存" : "设置邮件"}
        label="邮件设置"
        isDisabled={isSame}
        more={
          settings && (
            <Confirm
              action="删除邮箱"
              question="删除邮箱和设置？此后不再寄邮件，平台上的通知照旧。"
              error={remove.error}
              onConfirm={async () => {
                await remove.mutateAsync({});
              }}
            />
          )
        }
      >
        <TextLine
          label="邮箱"
          {...form.field("address")}
          type="email"
          autoComplete="email"
          isRequired
          hint={
            settings?.confirmedAt != null && values.address.trim() === before.address
              ? "已确认"
              : "保存后寄去验证码，填回来才算确认"
          }
        />
        <Choice
          label="什么时候寄"
          options={MODES}
          {...form.field("mode")}
          onChange={(mode) => form.set({ mode: mode as MailMode })}
        />
        <Choice
          label="语言"
          options={LANGUAGES}
          {...form.field("language")}
          onChange={(language) => form.set({ language: language as MailLanguage })}
        />
      </Form>
    </div>
  );
}

function addressFault(address: string): string | undefined {
  if (address === "") return "请填写邮箱。";
  if (address.length > 254) return "邮箱至多 254 字。";
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
    ? undefined
    : "请填写完整的邮箱，如 name@example.cn。";
}
