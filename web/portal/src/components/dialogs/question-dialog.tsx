import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

export interface QuestionProps {
  /** What will be done, as a verb: 换届. Its button bears the same words. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onYes: () => unknown;
  /** What the button says that changes nothing. Default: 不，返回. */
  readonly stay?: string;
  /** Of the button that says yes. Default: danger. */
  readonly look?: "main" | "danger";
  /** Whether yes can be said. Default: it can. */
  readonly canSayYes?: boolean;
  readonly children: ReactNode;
}

/** A question in front of the page, which goes on once it was answered. */
export function QuestionDialog(props: QuestionProps) {
  const { title, isOpen, onOpenChange, onYes, canSayYes = true, children } = props;
  const { stay = "不，返回", look = "danger" } = props;
  return (
    <ModalOverlay className="overlay" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal">
        <Dialog className="dialog">
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              // The page's own form is around it for React, if not for the browser.
              event.stopPropagation();
              void onYes();
            }}
          >
            <Heading slot="title">{title}</Heading>
            {children}
            <div className="buttons">
              <Button className="button" onPress={() => onOpenChange(false)}>
                {stay}
              </Button>
              <Button className={`button button-${look}`} type="submit" isDisabled={!canSayYes}>
                {title}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
