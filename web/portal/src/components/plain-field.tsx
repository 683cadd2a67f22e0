import { type ReactNode, useId } from "react";

interface PlainFieldProps {
  readonly label: string;
  readonly fault: string | undefined;
  /** @param own what the browser's own field is told apart by, and described with. */
  readonly children: (own: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** A field that the browser draws itself: on phones its own wheels and months are what people know. */
export function PlainField({ label, fault, children }: PlainFieldProps) {
  const id = useId();
  const isInvalid = fault !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": isInvalid,
        "aria-describedby": isInvalid ? `${id}-fault` : undefined,
      })}
      {isInvalid && (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}
