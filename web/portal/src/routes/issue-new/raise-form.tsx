import { filled } from "../../forms/filled.ts";
import { useNavigate } from "@tanstack/react-router";
import type { OwnCommittee } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { ListField } from "../../components/list-field.tsx";
import { DayField } from "../../components/day-field.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { type Audience, PortalRaiseIssueDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../words/time.ts";

interface RaiseFormProps {
  readonly committees: readonly OwnCommittee[];
  /** The committee to begin with; the only one by default. */
  readonly committee: string | undefined;
  readonly occasion:
    | { readonly id: string; readonly title: string; readonly startsAt: string }
    | undefined;
}

export function RaiseForm({ committees, committee: named, occasion }: RaiseFormProps) {
  const navigate = useNavigate();
  const raise = useChange(PortalRaiseIssueDocument);
  const first = committees.find(({ id }) => id === named) ?? committees[0];
  const form = useForm({
    name: occasion ? `issue.${occasion.id}` : "issue",
    initial: {
      title: "",
      committeeId: first?.id,
      ownerId: undefined as string | undefined,
      measure: "",
      deadline: undefined as Day | undefined,
      audience: "COMMITTEE" as Audience,
    },
    check: ({ title, committeeId, ownerId, measure, deadline }) => ({
      title: textFault(title, { name: "问题", most: 100 }),
      committeeId: committeeId === undefined ? "请选择委员会。" : undefined,
      ownerId: ownerId === undefined ? "请选择责任单位。" : undefined,
      measure: textFault(measure, { name: "措施", most: 500, isRequired: false }),
      deadline:
        deadline !== undefined && deadline < dayOf(new Date()) ? "期限不能早于今天。" : undefined,
    }),
    send: async ({ committeeId, ownerId, measure, deadline, ...values }) => {
      if (committeeId === undefined || ownerId === undefined) return;
      const { raiseIssue } = await raise.mutateAsync({
        ...values,
        committeeId,
        ownerId,
        ...filled({ measure }),
        ...(deadline === undefined ? {} : { deadline }),
        ...(occasion ? { activityId: occasion.id } : {}),
      });
      const id = raiseIssue?.issue.id;
      if (id !== undefined) void navigate({ to: "/issues/$id", params: { id } });
    },
  });
  const { values } = form;
  const committee = committees.find(({ id }) => id === values.committeeId);
  const { units } = useCommitteeUnits(committee?.id);
  const audiences: readonly Audience[] = committee?.isRun
    ? ["COMMITTEE", "PARTIES", "ALLIANCE", "PUBLIC"]
    : ["COMMITTEE", "PARTIES"];
  return (
    <Form form={form} action="提出" label="提出问题">
      {occasion && (
        <p className="muted">
          在 {showDay(occasion.startsAt)} 的“{occasion.title}”上提出
        </p>
      )}
      <TextLine label="问题" {...form.field("title")} isRequired />
      {!occasion && (
        <ListField
          label="委员会"
          options={committees}
          placeholder="输入名称查找"
          {...form.field("committeeId")}
          onChange={(committeeId) => form.set({ committeeId, ownerId: undefined })}
        />
      )}
      <ListField
        label="责任单位"
        options={Object.entries(units).map(([id, name]) => ({ id, name }))}
        placeholder="输入名称查找"
        {...form.field("ownerId")}
      />
      <TextArea label="措施（可不填）" {...form.field("measure")} />
      <DayField label="期限（可不填）" {...form.field("deadline")} />
      <Choice
        label="公开范围"
        options={Object.fromEntries(audiences.map((audience) => [audience, AUDIENCES[audience]]))}
        {...form.field("audience")}
        onChange={(audience) => form.set({ audience: audience as Audience })}
      />
    </Form>
  );
}
