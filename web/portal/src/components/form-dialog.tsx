import { type ReactNode, Suspense, lazy, useState } from "react";
import { Button } from "./button.tsx";

/** Its scripts come once it is opened. */
const FormBox = lazy(async () => ({ default: (await import("./dialogs/form-box.tsx")).FormBox }));

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
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        look={look}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
        {...(of === undefined ? {} : { "aria-label": `${action}：${of}` })}
      >
        {action}
      </Button>
      {isOpen && (
        <Suspense>
          <FormBox title={title} close={close}>
            {children(close)}
          </FormBox>
        </Suspense>
      )}
    </>
  );
}
