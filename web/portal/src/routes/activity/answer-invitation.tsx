import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import { TextLine } from "../../components/text-line.tsx";
import {
  PortalDeclineInvitationDocument,
  PortalJoinActivityDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { useState } from "react";

interface AnswerInvitationProps {
  readonly id: string;
  readonly organizationId: string;
  /** What it is about, for those who only hear the buttons. */
  readonly of: string;
  /** Called as soon as the hub has it. */
  readonly done?: () => Promise<void>;
}

/** Accepts an invitation, or declines it with a reason if one is given. */
export function AnswerInvitation({ id, organizationId, of, done }: AnswerInvitationProps) {
  const [reason, setReason] = useState("");
  const join = useChange(PortalJoinActivityDocument, done);
  const decline = useChange(PortalDeclineInvitationDocument, done);
  return (
    <>
      <Button
        look="main"
        aria-label={`接受：${of}`}
        isDisabled={join.isPending || decline.isPending}
        onPress={() => join.mutate({ id, organizationId })}
      >
        接受
      </Button>
      <Confirm
        action="谢绝"
        of={of}
        question={`谢绝邀请：${of}？以后改变主意，活动开始前仍可报名。`}
        stay="再看看"
        error={decline.error}
        onConfirm={async () => {
          const why = reason.trim();
          await decline.mutateAsync({ id, organizationId, ...(why === "" ? {} : { reason: why }) });
        }}
      >
        <TextLine
          label="原因（可不填，主办单位会看到）"
          value={reason}
          onChange={setReason}
          autoFocus
        />
      </Confirm>
      <Fault error={join.error} />
    </>
  );
}
