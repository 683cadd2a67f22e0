import { useNavigate } from "@tanstack/react-router";
import { type OwnCommittee } from "../../app/own-committees.ts";
import { ListField } from "../../components/list-field.tsx";
import { DayField } from "../../components/day-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { PortalOpenRoundDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, addDays, dayOf } from "../../words/time.ts";
import { endFault } from "./end-fault.ts";

interface OpenFormProps {
  /** Those that the viewer runs. */
  readonly committees: readonly OwnCommittee[];
  readonly onDone: () => void;
}

/** Calls for lists, from one day to another. */
export function OpenForm({ committees, onDone }: OpenFormProps) {
  const navigate = useNavigate();
  const open = useChange(PortalOpenRoundDocument);
  const today = dayOf(new Date());
  const form = useForm({
    name: "round",
    initial: {
      committeeId: committees[0]?.id,
      title: "",
      opensOn: today as Day | undefined,
      closesOn: addDays(today, 30) as Day | undefined,
    },
    check: ({ committeeId, title, opensOn, closesOn }) => ({
      committeeId: committeeId === undefined ? "请选择委员会。" : undefined,
      title: textFault(title, { name: "标题", most: 100 }),
      opensOn: opensOn === undefined ? "请选择开始的日子。" : undefined,
      closesOn: endFault(opensOn, closesOn, today),
    }),
    send: async ({ committeeId = "", title, opensOn = "", closesOn = "" }) => {
      const { openCollectionRound } = await open.mutateAsync({
        committeeId,
        title,
        opensOn,
        closesOn,
      });
      onDone();
      const id = openCollectionRound?.collectionRound.id;
      if (id !== undefined) void navigate({ to: "/rounds/$id", params: { id } });
    },
  });
  return (
    <Form form={form} action="发起征集">
      <ListField
        label="委员会"
        options={committees}
        placeholder="输入名称查找"
        {...form.field("committeeId")}
      />
      <TextLine
        label="标题"
        {...form.field("title")}
        isRequired
        placeholder={`如：${today.slice(0, 4)} 年${today.slice(5) < "07" ? "上" : "下"}半年需求清单`}
      />
      <div className="pair">
        <DayField label="自" {...form.field("opensOn")} />
        <DayField label="至（含）" {...form.field("closesOn")} />
      </div>
    </Form>
  );
}
