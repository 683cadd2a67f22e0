import { TextLine } from "./text-line.tsx";

interface NumberLineProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly onBlur?: () => void;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  readonly isRequired?: boolean;
}

/** A whole number that is not negative; empty is undefined. Nothing but digits can be typed. */
export function NumberLine({ value, onChange, ...props }: NumberLineProps) {
  return (
    <TextLine
      {...props}
      value={value === undefined ? "" : String(value)}
      onChange={(text) => {
        if (/^\d{0,9}$/.test(text)) onChange(text === "" ? undefined : Number(text));
      }}
      inputMode="numeric"
    />
  );
}
