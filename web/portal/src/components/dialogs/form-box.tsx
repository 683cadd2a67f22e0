import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface FormBoxProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A form in front of the page. */
export function FormBox({ title, close, children }: FormBoxProps) {
  return (
    <ModalOverlay className="overlay" isDismissable isOpen onOpenChange={close}>
      <Modal className="modal">
        <Dialog className="dialog">
          <div className="stack">
            <div className="dialog-head">
              <Heading slot="title">{title}</Heading>
              <Button className="button button-quiet" onPress={close}>
                关闭
              </Button>
            </div>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
