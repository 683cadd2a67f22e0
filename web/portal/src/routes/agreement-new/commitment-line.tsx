import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { ResourcesOfSideDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { MoveButtons } from "./move-buttons.tsx";
import type { AgreementFormState, CommitmentDraft } from "./values.ts";

interface CommitmentLineProps {
  readonly form: AgreementFormState;
  readonly at: number;
  /** Names of the parties, by id. */
  readonly parties: Readonly<Record<string, string>>;
  /** Whether it has just been added: then one writes in it next. */
  readonly isNew: boolean;
  readonly onDelete: () => void;
}

/** Of no resource of the list. */
const NO_RESOURCE = "NONE";

/** One commitment while it is written. */
export function CommitmentLine({ form, at, parties, isNew, onDelete }: CommitmentLineProps) {
  const { commitments } = form.values;
  const line = commitments[at];
  const resources = useResources(line?.organizationId);
  if (!line) return null;
  const set = (changed: Partial<CommitmentDraft>): void =>
    form.set({ commitments: commitments.with(at, { ...line, ...changed }) });
  const path = `commitments.${at}`;
  const faultOf = (name: keyof CommitmentDraft) => ({
    onBlur: () => form.visit(`${path}.${name}`),
    fault: form.fault(`${path}.${name}`),
  });
  return (
    <fieldset className="commitment-line panel">
      <legend className="commitment-head">第 {at + 1} 条</legend>
      <div className="commitment-move">
        <MoveButtons
          name={`第 ${at + 1} 条`}
          idOf={line.key}
          list={commitments}
          at={at}
          remove="删除"
          onChange={(moved) => form.set({ commitments: moved })}
          onRemove={onDelete}
        />
      </div>
      <Choice
        label="承诺方"
        options={parties}
        value={line.organizationId}
        onChange={(organizationId) => set({ organizationId, resourceId: undefined })}
        {...faultOf("organizationId")}
      />
      <TextArea
        label="内容"
        value={line.clause}
        onChange={(clause) => set({ clause })}
        rows={2}
        autoFocus={isNew}
        {...faultOf("clause")}
      />
      <div className="pair">
        <NumberLine
          label="每年几次（可不填）"
          value={line.timesPerYear}
          onChange={(timesPerYear) => set({ timesPerYear })}
          {...faultOf("timesPerYear")}
        />
        <Choice
          label="所用资源"
          options={{ [NO_RESOURCE]: "不指定", ...resources }}
          value={line.resourceId ?? NO_RESOURCE}
          onChange={(id) => set({ resourceId: id === NO_RESOURCE ? undefined : id })}
          {...faultOf("resourceId")}
        />
      </div>
    </fieldset>
  );
}

/** What a party has on the list, by id. */
function useResources(unit: string | undefined): Readonly<Record<string, string>> {
  const { data } = useAsk(
    ResourcesOfSideDocument,
    { unit: unit ?? "" },
    { isEnabled: unit !== undefined },
  );
  const nodes = data?.organization?.resources?.nodes ?? [];
  return Object.fromEntries(nodes.map(({ id, title }) => [id, title]));
}
