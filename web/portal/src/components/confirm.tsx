import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button.tsx";
import { Fault } from "./fault.tsx";
import { TextLine } from "./text-line.tsx";

interface ConfirmProps {
  /** What the button does, as a verb: 取消预约. */
  readonly action: string;
  readonly question: string;
  /** What is asked for as a reason, where one is needed. */
  readonly reasonLabel?: string;
  /** What the button says that changes nothing. Default: 不，留着. */
  readonly stay?: string;
  /** `main` for what the page is for; `quiet` by default. */
  readonly look?: "main" | "plain" | "quiet" | "danger";
  readonly error: Error | null;
  /** Rejects if the hub refuses: the dialog stays open then. */
  readonly onConfirm: (reason: string) => Promise<void>;
}

/** Asks before what cannot be undone, and why it is done. */
export function Confirm(props: ConfirmProps) {
  const { action, question, reasonLabel, error, onConfirm } = props;
  const { look = "quiet", stay = "不，留着" } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look={look}>{action}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="dialog">
            <form
              className="stack"
              onSubmit={(event) => {
                event.preventDefault();
                onConfirm(reason).then(
                  () => setOpen(false),
                  () => undefined,
                );
              }}
            >
              <Heading slot="title">{action}</Heading>
              <p>{question}</p>
              {reasonLabel !== undefined && (
                <TextLine
                  label={reasonLabel}
                  value={reason}
                  onChange={setReason}
                  isRequired
                  autoFocus
                />
              )}
              <Fault error={error} />
              <div className="buttons">
                <Button onPress={() => setOpen(false)}>{stay}</Button>
                <Button
                  look={look === "main" ? "main" : "danger"}
                  type="submit"
                  isDisabled={reasonLabel !== undefined && reason.trim() === ""}
                >
                  {action}
                </Button>
              </div>
            </form>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
