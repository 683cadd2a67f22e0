import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../components/button.tsx";
import { Fault } from "../components/fault.tsx";
import { Question } from "../components/question.tsx";
import type { FormState } from "./use-form.ts";

interface FormProps<Values extends object> {
  readonly form: FormState<Values>;
  /** What the button does, as a verb: 登记. */
  readonly action: string;
  readonly label?: string;
  /** Beside the button. */
  readonly more?: ReactNode;
  readonly isDisabled?: boolean;
  /** What somebody agrees to by sending is not there yet. The button keeps the focus meanwhile. */
  readonly isWaiting?: boolean;
  /** Asked before it is sent, for what cannot be undone: what will have happened then. */
  readonly question?: ReactNode;
  readonly children: ReactNode;
}

/** The fields of a form, what is wrong with it, and its button. The first field that is wrong gets the focus. */
export function Form<Values extends object>(props: FormProps<Values>) {
  const {
    form,
    action,
    label,
    more,
    isDisabled = false,
    isWaiting = false,
    question,
    children,
  } = props;
  const [isAsking, setAsking] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const isSettled = !form.isSending;
  useEffect(() => {
    if (isSettled && form.hasFaults)
      element.current
        ?.querySelector<HTMLElement>(
          "[aria-invalid=true], [data-invalid] input, [data-invalid] button",
        )
        ?.focus();
  }, [isSettled, form.hasFaults]);
  return (
    <form
      ref={element}
      className="stack"
      noValidate
      {...(label === undefined ? {} : { "aria-label": label })}
      onSubmit={(event) => {
        event.preventDefault();
        // A button that waits can be pressed, and Enter in a field sends as well.
        if (isDisabled || isWaiting || form.isSending) return;
        if (question === undefined) void form.submit();
        else if (form.isReady()) setAsking(true);
      }}
    >
      {form.isRestored && (
        <p className="notice notice-wait" role="status">
          这里有上次填写、还没有提交的内容。
          <Button look="quiet" onPress={form.reset}>
            清空重填
          </Button>
        </p>
      )}
      {children}
      <Fault error={form.error} />
      {form.hasFaults && (
        <p className="fault" role="alert">
          有标出的地方需要修改，改好后再提交。
        </p>
      )}
      <div className="buttons">
        <Button
          look="main"
          type="submit"
          // Not while it is sent: a button that is disabled loses the focus, and Escape no longer closes the dialog.
          isDisabled={isDisabled}
          {...(isWaiting ? { "aria-disabled": true } : {})}
        >
          {form.isSending ? "正在提交…" : action}
        </Button>
        {more}
      </div>
      {question !== undefined && (
        <Question
          title={action}
          isOpen={isAsking}
          onOpenChange={setAsking}
          onYes={() => {
            setAsking(false);
            void form.submit();
          }}
        >
          {question}
        </Question>
      )}
    </form>
  );
}
