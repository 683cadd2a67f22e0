import { Confirm } from "./confirm.tsx";

interface DiscardDraftProps {
  readonly title: string;
  readonly error: Error | null;
  /** Discards it, and leaves its page. Rejects if the hub refuses. */
  readonly onDiscard: () => Promise<unknown>;
}

/** Takes a draft away for good, once somebody has said that they mean it. */
export function DiscardDraft({ title, error, onDiscard }: DiscardDraftProps) {
  return (
    <Confirm
      action="删除草稿"
      question={`删除草稿“${title}”？删除后不能恢复。`}
      error={error}
      onConfirm={async () => {
        await onDiscard();
      }}
    />
  );
}
