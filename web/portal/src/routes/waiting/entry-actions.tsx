import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import {
  type EntryOfListFragment,
  TaskAcceptOfferDocument,
  TaskWithdrawWaitingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";
import type { AcceptedEntry } from "./accepted.tsx";

interface EntryActionsProps {
  readonly entry: EntryOfListFragment;
  readonly onAccepted: (entry: AcceptedEntry) => void;
}

/** Accepts a time that is offered, or gives the place in the queue up. */
export function EntryActions({ entry, onAccepted }: EntryActionsProps) {
  const { id, version, state, during, resource } = entry;
  const accept = useChange(TaskAcceptOfferDocument, async ({ acceptOffer }) => {
    if (acceptOffer) onAccepted(acceptOffer.entry);
  });
  const withdraw = useChange(TaskWithdrawWaitingDocument);
  if (state !== "WAITING" && state !== "OFFERED") return null;
  const what = `${resource?.title ?? "已撤下的资源"} ${showRange(during)}`;
  return (
    <div className="buttons">
      {state === "OFFERED" && (
        <Button
          look="main"
          aria-label={`接受：${what}`}
          isDisabled={accept.isPending || withdraw.isPending}
          onPress={() => accept.mutate({ id, version })}
        >
          接受
        </Button>
      )}
      <Confirm
        action="退出候补"
        of={what}
        question={
          state === "OFFERED"
            ? `不要 ${what} 了？时段会让给下一家。`
            : `不再等候 ${what}？以后再候补，要从头排起。`
        }
        stay="再等等"
        error={withdraw.error}
        onConfirm={async () => {
          await withdraw.mutateAsync({ id, version });
        }}
      />
      <Fault error={accept.error} />
    </div>
  );
}
