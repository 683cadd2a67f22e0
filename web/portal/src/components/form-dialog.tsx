import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button.tsx";

interface FormDialogProps {
  /** What the button does, as a verb: 制作连心卡. */
  readonly action: string;
  /** Whose the button is, for those who only hear it: several in a list have the same words. */
  readonly of?: string;
  readonly title?: string;
  readonly look?: "main" | "plain" | "quiet";
  /** The form. It calls `close` once it was sent. */
  readonly children: (close: () => void) => ReactNode;
}

/** A form that opens above its page. What was typed is still there when it is opened again. */
export function FormDialog(props: FormDialogProps) {
  const { action, of, title = action, look = "plain", children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look={look} {...(of === undefined ? {} : { "aria-label": `${action}：${of}` })}>
        {action}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="dialog">
            <div className="stack">
              <div className="dialog-head">
                <Heading slot="title">{title}</Heading>
                <Button look="quiet" slot="close">
                  关闭
                </Button>
              </div>
              {children(() => setOpen(false))}
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
