import { textFault } from "../../../forms/text-fault.ts";
import { Choice } from "../../../components/choice.tsx";
import { TextLine } from "../../../components/text-line.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/use-form.ts";
import { PortalAddRegionDocument, type RegionLevel } from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { levelsBelow } from "./levels.ts";
import type { OfficeRegion } from "./page.tsx";

/** A form for a place straight below another. Code and level stay as they are entered. */
export function AddRegion({ region }: { readonly region: OfficeRegion }) {
  const add = useChange(PortalAddRegionDocument);
  const levels = levelsBelow(region.level);
  const [nearest] = Object.keys(levels) as RegionLevel[];
  const form = useForm({
    name: `office.region.${region.code}`,
    initial: { name: "", level: nearest, code: "" },
    check: ({ name, level, code }) => ({
      name: textFault(name, { name: "名称", most: 100 }),
      level: level === undefined ? "请选择层级。" : undefined,
      code: codeFault(code),
    }),
    send: ({ name, level = "GRID", code }) =>
      add.mutateAsync({ name, level, code, parentCode: region.code }),
  });
  if (nearest === undefined) return null;
  const { name, code } = form.values;
  return (
    <aside className="panel stack">
      <h2>添加下级</h2>
      <Form
        form={form}
        action="添加"
        label="添加下级"
        question={
          <p>
            在“{region.name}”下添加“{name}”，代码 {code}。代码和层级登记后不能更改，也不能删除。
          </p>
        }
      >
        <TextLine label="名称" {...form.field("name")} isRequired />
        <Choice
          label="层级"
          options={levels}
          {...form.field("level")}
          onChange={(level) => form.set({ level: level as RegionLevel })}
        />
        <TextLine
          label="代码"
          {...form.field("code")}
          onChange={(text) => form.set({ code: text.trim() })}
          isRequired
          hint={`统计用区划代码；没有的，在 ${region.code} 之后加几位`}
        />
      </Form>
    </aside>
  );
}

function codeFault(code: string): string | undefined {
  if (code === "") return "请填写代码。";
  return /^[0-9A-Za-z-]{1,40}$/.test(code)
    ? undefined
    : "代码有 1 至 40 位，限数字、拉丁字母与连字符。";
}
