import { CheckLine } from "../../components/check-line.tsx";
import { CheckList } from "../../components/check-list.tsx";
import { Choice } from "../../components/choice.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import type { FormState } from "../../forms/use-form.ts";
import type { WebhookKind } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS, UPDATE_TYPES } from "../../words/labels.ts";
import { WEBHOOK_KINDS } from "../../words/office-labels.ts";
import { type EndpointValues, signs } from "./endpoint-values.ts";
import { NoticeFields } from "./notice-fields.tsx";

interface EndpointFieldsProps {
  readonly form: FormState<EndpointValues>;
  /** Whether it is chosen what takes the messages. */
  readonly isNew?: boolean;
}

/** Where updates and notices go, and which ones. */
export function EndpointFields({ form, isNew = false }: EndpointFieldsProps) {
  const { kind } = form.values;
  const isRobot = kind !== "WEBHOOK";
  return (
    <>
      {isNew && (
        <Choice
          label="推送给谁"
          options={WEBHOOK_KINDS}
          {...form.field("kind")}
          onChange={(chosen) => form.set({ kind: chosen as WebhookKind })}
        />
      )}
      <TextLine
        label="地址"
        {...form.field("address")}
        isRequired
        inputMode="url"
        placeholder="https://"
        hint={
          isRobot
            ? "在群设置里添加机器人，把给出的网址原样填在这里。知道网址的人都能往群里发消息，请勿外传"
            : "单位自己的系统接收推送的网址，须能从平台访问"
        }
      />
      {signs(kind) && (
        <TextLine
          label="加签密钥（可不填）"
          {...form.field("robotSecret")}
          hint={
            isNew
              ? "群设置里启用了加签的，填那里给出的密钥"
              : "不改就留空；启用了加签的，填新的密钥"
          }
        />
      )}
      <TextLine label="名称（可不填）" {...form.field("label")} hint="便于识别，如：单位门户" />
      <CheckList
        label="活动的哪些变化"
        options={UPDATE_TYPES}
        hint="一项都不选，就推送全部变化"
        value={form.values.types}
        onChange={(types) => form.set({ types })}
      />
      <CheckList
        label="哪类活动"
        options={ACTIVITY_KINDS}
        hint="一项都不选，就推送各类活动"
        value={form.values.kinds}
        onChange={(kinds) => form.set({ kinds })}
      />
      <CommitteeField
        label="委员会"
        {...form.field("committeeId")}
        onChange={(committeeId) => form.set({ committeeId })}
      />
      <PlaceField
        label="地域"
        {...form.field("regionCode")}
        onChange={(regionCode) => form.set({ regionCode })}
        placeholder="全部"
      />
      <CheckLine value={form.values.isOwnOnly} onChange={(isOwnOnly) => form.set({ isOwnOnly })}>
        只要本单位主办或参加的活动
      </CheckLine>
      <NoticeFields form={form} />
    </>
  );
}
