import { DayField } from "../../../components/day-field.tsx";
import { PlaceField } from "../../../components/place-field.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { filled } from "../../../forms/filled.ts";
import { Form } from "../../../forms/form.tsx";
import { textFault } from "../../../forms/text-fault.ts";
import { useForm } from "../../../forms/use-form.ts";
import type { RegionChangeKind } from "../../../graph/generated/graphql.ts";
import { REGION_CHANGE_KINDS } from "../../../words/labels.ts";
import { type Day, addDays, dayOf } from "../../../words/time.ts";
import { levelsAbove } from "./levels.ts";
import type { OfficeRegion } from "./page.tsx";
import { useRegionChanges } from "./use-region-changes.ts";

interface RegionChangeFormProps {
  readonly region: OfficeRegion;
  readonly kind: RegionChangeKind;
  readonly onDone: () => void;
}

/** How far ahead a change can be planned, in days. */
const MOST_DAYS = 3650;

/** What follows, said before it is sent. */
const CONSEQUENCES: Readonly<Record<RegionChangeKind, string>> = {
  RENAME: "原来的名称保留，用它仍能找到。",
  END: "撤销以前，其中须已没有单位、委员会和下级。",
  MERGE: "其中的单位、委员会、下级和全部记录随之转过去，原来的代码通向并入的地方。",
  MOVE: "其中的单位、委员会、下级和全部记录随之改属。",
};

/** Another name for a place, its end, a merger or a move: at once, or from a day to come. */
export function RegionChangeForm({ region, kind, onDone }: RegionChangeFormProps) {
  const { code, version, name, level } = region;
  const send = useRegionChanges();
  const today = dayOf(new Date());
  const form = useForm({
    name: `office.region.${code}.${kind}`,
    initial: {
      name: kind === "RENAME" ? name : "",
      intoCode: undefined as string | undefined,
      parentCode: undefined as string | undefined,
      from: today as Day | undefined,
      reason: "",
    },
    check: (values) => ({
      name: kind === "RENAME" ? nameFault(values.name, name) : undefined,
      intoCode:
        kind !== "MERGE"
          ? undefined
          : values.intoCode === undefined
            ? "请选择并入哪里。"
            : values.intoCode === code
              ? "不能并入自身。"
              : undefined,
      parentCode:
        kind === "MOVE" && values.parentCode === undefined ? "请选择新的上级。" : undefined,
      from: dayFault(values.from, today),
      reason: textFault(values.reason, { name: "原因", most: 500, isRequired: false }),
    }),
    send: async ({ name: newName, intoCode = "", parentCode = "", from, reason }) => {
      const common = {
        code,
        version,
        ...(from === undefined || from === today ? {} : { from }),
        ...filled({ reason }),
      };
      await send[kind](common, { name: newName, intoCode, parentCode });
      onDone();
    },
  });
  return (
    <Form form={form} action={REGION_CHANGE_KINDS[kind]}>
      <p>
        {name}：{CONSEQUENCES[kind]}
      </p>
      {kind === "RENAME" && <TextLine label="新名称" {...form.field("name")} isRequired />}
      {kind === "MERGE" && (
        <PlaceField
          label="并入"
          {...form.field("intoCode")}
          onChange={(intoCode) => form.set({ intoCode })}
          levels={[level]}
        />
      )}
      {kind === "MOVE" && (
        <PlaceField
          label="新的上级"
          {...form.field("parentCode")}
          onChange={(parentCode) => form.set({ parentCode })}
          levels={levelsAbove(level)}
        />
      )}
      <DayField label="从哪天起（今天即时办理）" {...form.field("from")} />
      <TextLine label="原因（可不填）" {...form.field("reason")} hint="如批复的文号" />
    </Form>
  );
}

const nameFault = (name: string, before: string): string | undefined =>
  name.trim() === before ? "与现在的名称相同。" : textFault(name, { name: "名称", most: 100 });

function dayFault(day: Day | undefined, today: Day): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < today) return "不能早于今天。";
  return day > addDays(today, MOST_DAYS) ? "至多提前十年登记。" : undefined;
}
