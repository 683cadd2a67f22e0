import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Fault } from "./fault.tsx";
import { Question } from "./question.tsx";
import { TextLine } from "./text-line.tsx";

interface ConfirmProps {
  /** What the button does, as a verb: 取消预约. */
  readonly action: string;
  /** Whose the button is, for those who only hear it: several in a list have the same words. */
  readonly of?: string;
  readonly question: string;
  /** What is asked for as a reason, where one is needed. */
  readonly reasonLabel?: string;
  /** What the button says that changes nothing. Default: 不，留着. */
  readonly stay?: string;
  /** `main` for what the page is for; `quiet` by default. */
  readonly look?: "main" | "plain" | "quiet" | "danger";
  /** What else is asked for. */
  readonly children?: ReactNode;
  /** Whether what else is asked for can be sent. Default: it can. */
  readonly canSayYes?: boolean;
  readonly error: Error | null;
  /** Rejects if the hub refuses: the dialog stays open then. */
  readonly onConfirm: (reason: string) => Promise<void>;
}

/** Asks before what cannot be undone, and why it is done. */
export function Confirm(props: ConfirmProps) {
  const { action, of, question, reasonLabel, children, canSayYes = true, error, onConfirm } = props;
  const { look = "quiet", stay = "不，留着" } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <>
      <Button
        look={look}
        onPress={() => setOpen(true)}
        {...(of === undefined ? {} : { "aria-label": `${action}：${of}` })}
      >
        {action}
      </Button>
      <Question
        title={action}
        stay={stay}
        {...(look === "main" ? { look } : {})}
        isOpen={isOpen}
        onOpenChange={setOpen}
        canSayYes={canSayYes && (reasonLabel === undefined || reason.trim() !== "")}
        onYes={() =>
          onConfirm(reason).then(
            () => setOpen(false),
            () => undefined,
          )
        }
      >
        <p>{question}</p>
        {reasonLabel !== undefined && (
          <TextLine label={reasonLabel} value={reason} onChange={setReason} isRequired autoFocus />
        )}
        {children}
        <Fault error={error} />
      </Question>
    </>
  );
}
