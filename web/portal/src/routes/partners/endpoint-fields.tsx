import { CheckLine } from "../../components/check-line.tsx";
import { CheckList } from "../../components/check-list.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import type { FormState } from "../../forms/use-form.ts";
import { ACTIVITY_KINDS, UPDATE_TYPES } from "../../words/labels.ts";
import type { EndpointValues } from "./endpoint-values.ts";

/** Where updates go, and which ones. */
export function EndpointFields({ form }: { readonly form: FormState<EndpointValues> }) {
  return (
    <>
      <TextLine
        label="地址"
        {...form.field("address")}
        isRequired
        inputMode="url"
        placeholder="https://"
        hint="单位自己的系统接收推送的网址，须能从平台访问"
      />
      <TextLine label="名称（可不填）" {...form.field("label")} hint="便于识别，如：单位门户" />
      <CheckList
        label="哪些变化"
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
    </>
  );
}
