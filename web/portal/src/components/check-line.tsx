import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";

interface CheckLineProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly children: ReactNode;
}

/** Yes or no. */
export function CheckLine({ value, onChange, children }: CheckLineProps) {
  return (
    <Checkbox className="check" isSelected={value} onChange={onChange}>
      <span className="check-box" aria-hidden="true">
        {value && "✓"}
      </span>
      {children}
    </Checkbox>
  );
}
