import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { CommitmentLine } from "./commitment-line.tsx";
import { type AgreementFormState, type CommitmentDraft, MOST_COMMITMENTS } from "./values.ts";

interface CommitmentLinesProps {
  readonly form: AgreementFormState;
  readonly sides: Readonly<Record<string, string>>;
}

/** Who gives what, line by line. A line that was deleted can be had back. */
export function CommitmentLines({ form, sides }: CommitmentLinesProps) {
  const { commitments, partyIds } = form.values;
  const [deleted, setDeleted] = useState<{ line: CommitmentDraft; at: number }>();
  const [added, setAdded] = useState<string>();
  const set = (next: readonly CommitmentDraft[]): void => form.set({ commitments: next });
  const parties = Object.fromEntries(
    partyIds.flatMap((id) => (sides[id] === undefined ? [] : [[id, sides[id]]])),
  );
  const add = (): void => {
    const key = crypto.randomUUID();
    const [only] = partyIds.filter(
      (id) => !commitments.some(({ organizationId }) => organizationId === id),
    );
    set([
      ...commitments,
      { key, organizationId: only, clause: "", resourceId: undefined, timesPerYear: undefined },
    ]);
    setAdded(key);
  };
  return (
    <fieldset className="group">
      <legend>承诺事项</legend>
      {commitments.length === 0 && (
        <p className="hint">一条写一件事：哪一方、提供什么、每年几次。</p>
      )}
      {commitments.map((line, at) => (
        <CommitmentLine
          key={line.key}
          form={form}
          at={at}
          parties={parties}
          isNew={line.key === added}
          onDelete={() => {
            setDeleted({ line, at });
            set(commitments.filter((_one, other) => other !== at));
          }}
        />
      ))}
      {form.fault("commitments") !== undefined && (
        <p className="fault">{form.fault("commitments")}</p>
      )}
      {deleted && (
        <p className="notice notice-wait" role="status">
          已删除第 {deleted.at + 1} 条。
          <Button
            look="quiet"
            onPress={() => {
              set(commitments.toSpliced(deleted.at, 0, deleted.line));
              setDeleted(undefined);
            }}
          >
            撤销
          </Button>
        </p>
      )}
      <div>
        <Button onPress={add} isDisabled={commitments.length >= MOST_COMMITMENTS}>
          添加一条
        </Button>
      </div>
    </fieldset>
  );
}
