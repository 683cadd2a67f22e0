import { Button } from "../../../components/button.tsx";
import { Fault } from "../../../components/fault.tsx";
import {
  OffersOfUnitDocument,
  TaskAcceptOfferDocument,
  TaskWithdrawWaitingDocument,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { Accepted, STILL_ASKED, isStillAsked } from "../../waiting/accepted.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Accepts a time that the unit waited for, or gives it to the next one. */
export function AnswerOffer({ task, done, tell }: TaskActionProps) {
  const { recordId: id, title, organization } = task;
  const unit = organization?.id;
  const { data } = useAsk(
    OffersOfUnitDocument,
    { unit: unit ?? "" },
    { isEnabled: unit !== undefined },
  );
  const offer = data?.waitingEntries?.nodes.find((one) => one.id === id);
  const accept = useChange(TaskAcceptOfferDocument, async ({ acceptOffer }) => {
    await done();
    if (acceptOffer) tell(<Accepted entry={acceptOffer.entry} />);
  });
  const withdraw = useChange(TaskWithdrawWaitingDocument, done);
  const isPending = accept.isPending || withdraw.isPending;
  return (
    <>
      {offer && isStillAsked(offer, unit) && <p className="hint">{STILL_ASKED}</p>}
      <Button
        aria-label={`接受：${title}`}
        isDisabled={isPending}
        onPress={() => accept.mutate({ id })}
      >
        接受
      </Button>
      <Button
        aria-label={`退出候补：${title}`}
        isDisabled={isPending}
        onPress={() => withdraw.mutate({ id })}
      >
        退出候补
      </Button>
      <Fault error={accept.error ?? withdraw.error} />
    </>
  );
}
