import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea as Area } from "react-aria-components/TextArea";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";

interface TextAreaProps extends Omit<TextFieldProps, "className" | "children"> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly rows?: number;
}

/** Several lines of text. */
export function TextArea({ label, hint, fault, rows = 4, ...props }: TextAreaProps) {
  return (
    <TextField {...props} className="field" isInvalid={fault !== undefined}>
      <Label>{label}</Label>
      <Area className="input input-area" rows={rows} />
      {hint !== undefined && fault === undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="fault">{fault}</FieldError>
    </TextField>
  );
}
