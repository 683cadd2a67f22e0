import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { ListField } from "../../components/list-field.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { was } from "../../forms/was.ts";
import {
  type Audience,
  type IssuePageQuery,
  PortalUpdateIssueDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { type Day, dayOf, showDay } from "../../words/time.ts";

interface CorrectFormProps {
  readonly issue: NonNullable<IssuePageQuery["issue"]>;
  /** Whether the viewer runs the committee; the owner's liaison changes the measure and the result alone. */
  readonly isDirected: boolean;
  readonly onDone: () => void;
}

/** Other words, another owner or another deadline for an issue, with what was before. */
export function CorrectForm({ issue, isDirected, onDone }: CorrectFormProps) {
  const { id, version, title, owner, measure, deadline, audience, outcome, raisedAt } = issue;
  const update = useChange(PortalUpdateIssueDocument);
  const { units } = useCommitteeUnits(isDirected ? issue.committee?.id : undefined);
  const form = useForm({
    name: `issue.${id}.correct`,
    initial: {
      title,
      ownerId: owner?.id,
      measure: measure ?? "",
      deadline: (deadline ?? undefined) as Day | undefined,
      audience,
      outcome: outcome ?? "",
    },
    check: (values) => ({
      title: textFault(values.title, { name: "问题", most: 100 }),
      measure: textFault(values.measure, { name: "措施", most: 500, isRequired: false }),
      deadline:
        values.deadline !== undefined && values.deadline < dayOf(raisedAt)
          ? "期限不能早于提出的那一天。"
          : undefined,
      outcome:
        outcome === null ? undefined : textFault(values.outcome, { name: "办理结果", most: 500 }),
    }),
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        measure: orNull(values.measure),
        ...(outcome === null ? {} : { outcome: values.outcome }),
        ...(isDirected
          ? {
              title: values.title,
              ...(values.ownerId === undefined ? {} : { ownerId: values.ownerId }),
              deadline: values.deadline ?? null,
              audience: values.audience,
            }
          : {}),
      });
      onDone();
    },
  });
  const { values } = form;
  return (
    <section className="panel stack">
      <h2>更正</h2>
      <Form
        form={form}
        action="保存更正"
        label="更正问题"
        more={
          <Button
            look="quiet"
            onPress={() => {
              form.reset();
              onDone();
            }}
          >
            不改了
          </Button>
        }
      >
        {isDirected && (
          <>
            <TextLine
              label="问题"
              {...form.field("title")}
              hint={was(title, values.title)}
              isRequired
            />
            <ListField
              label="责任单位"
              options={Object.entries(units).map(([unit, name]) => ({ id: unit, name }))}
              placeholder="输入名称查找"
              {...form.field("ownerId")}
            />
            {owner && values.ownerId !== owner.id && <p className="hint">原为：{owner.name}</p>}
          </>
        )}
        <TextArea
          label="措施（可不填）"
          {...form.field("measure")}
          hint={was(measure ?? "", values.measure)}
        />
        {isDirected && (
          <>
            <DayField label="期限（可不填）" {...form.field("deadline")} />
            {(values.deadline ?? null) !== deadline && (
              <p className="hint">
                {deadline === null ? "原来没有定期限。" : `原为：${showDay(deadline)}`}
              </p>
            )}
            <Choice
              label="公开范围"
              options={AUDIENCES}
              {...form.field("audience")}
              onChange={(chosen) => form.set({ audience: chosen as Audience })}
            />
            {values.audience !== audience && <p className="hint">原为：{AUDIENCES[audience]}</p>}
          </>
        )}
        {outcome !== null && (
          <TextArea
            label="办理结果"
            {...form.field("outcome")}
            hint={was(outcome, values.outcome)}
            isRequired
          />
        )}
      </Form>
    </section>
  );
}
