import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { Choice } from "../components/choice.tsx";
import { Confirm } from "../components/confirm.tsx";
import { DayField } from "../components/day-field.tsx";
import { Empty } from "../components/empty.tsx";
import { Fault } from "../components/fault.tsx";
import { StateMark } from "../components/state-mark.tsx";
import { Tags } from "../components/tags.tsx";
import { TextLine } from "../components/text-line.tsx";
import { TimeChoice } from "../components/time-choice.tsx";

const ignore = (): void => undefined;

/** By name, as docs/portal.md lists them. */
const SPECIMENS: Readonly<Record<string, ReactNode>> = {
  button: (
    <div className="buttons">
      <Button look="main">预约</Button>
      <Button>再试一次</Button>
      <Button look="quiet">清空重填</Button>
      <Button look="danger">解除协议</Button>
      <Button isDisabled>正在提交…</Button>
    </div>
  ),
  "text-line": (
    <div className="pair">
      <TextLine label="用途" hint="对方会看到" defaultValue="党员活动" />
      <TextLine label="名称" fault="请填写名称。" isRequired />
    </div>
  ),
  choice: (
    <div className="pair">
      <Choice label="类别" options={{ VENUE: "阵地" }} value="VENUE" onChange={ignore} />
      <Choice label="主办单位" options={{}} value={undefined} onChange={ignore} />
    </div>
  ),
  "day-field": (
    <div className="pair">
      <DayField label="日期" value="2026-03-16" onChange={ignore} />
      <DayField label="截止日期" value={undefined} onChange={ignore} fault="请选择日期。" />
    </div>
  ),
  "time-choice": (
    <div className="pair">
      <TimeChoice label="从" value="09:00" onChange={ignore} />
      <TimeChoice label="到" value={undefined} onChange={ignore} />
    </div>
  ),
  tags: (
    <Tags
      label="筛选"
      tags={{ kind: "阵地", place: "城南街道", seats: "容量至少 50" }}
      onRemove={ignore}
    />
  ),
  "state-mark": (
    <div className="buttons">
      <StateMark tone="good">已确认</StateMark>
      <StateMark tone="wait">待答复</StateMark>
      <StateMark tone="bad">不同意</StateMark>
      <StateMark tone="muted">已取消</StateMark>
    </div>
  ),
  confirm: (
    <Confirm
      action="取消预约"
      question="取消 3月16日 星期一 09:00–11:00？时段会让给别的单位。"
      reasonLabel="原因（对方会看到）"
      error={null}
      onConfirm={async () => undefined}
    />
  ),
  empty: <Empty title="这段时间没有活动">换一个月份看看，或去掉筛选。</Empty>,
  loaded: (
    <div className="stack">
      <div className="loading" role="status" aria-label="正在读取" />
      <Fault error={new Error("连不上联盟枢纽。请检查网络，稍后再试。")} />
    </div>
  ),
};

export function Specimens() {
  return Object.entries(SPECIMENS).map(([name, specimen]) => (
    <section key={name} id={name} className="specimen">
      {specimen}
    </section>
  ));
}
