import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import type { FormState } from "../../forms/use-form.ts";
import type { NeedKind } from "../../graph/generated/graphql.ts";
import { NEED_KINDS } from "../../words/labels.ts";
import type { NeedDraft } from "./values.ts";

type NeedForm = Pick<FormState<NeedDraft>, "values" | "field" | "set">;

/** What a need says, for a new one and for one that is changed. */
export function NeedFields({ form }: { readonly form: NeedForm }) {
  const isWish = form.values.kind === "WISH";
  return (
    <>
      <Choice
        label="类别"
        options={NEED_KINDS}
        {...form.field("kind")}
        onChange={(kind) => form.set({ kind: kind as NeedKind })}
      />
      <TextLine
        label="标题"
        {...form.field("title")}
        isRequired
        hint={
          isWish
            ? "写需要什么，如：护眼台灯。不写心愿是谁的。"
            : "别的单位一眼能看懂的，如：周六下午的义诊医生。"
        }
      />
      <div className="pair">
        <NumberLine label="数量（可不填）" {...form.field("quantity")} />
        <TextLine label="计量单位（可不填）" {...form.field("unit")} placeholder="人、台、场、元" />
      </div>
      <DayField label="哪一天之前需要（可不填）" {...form.field("neededBy")} />
      <TextArea
        label="说明（可不填）"
        {...form.field("description")}
        hint="用在哪里、有什么要求、已经有什么。"
      />
    </>
  );
}
