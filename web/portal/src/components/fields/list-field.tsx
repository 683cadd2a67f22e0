import { useState } from "react";
import { ComboField, type ComboOption, type ComboProps } from "./combo-field.tsx";

export interface ListFieldProps extends ComboProps {
  /** All that there is to choose from. */
  readonly options: readonly ComboOption[] | undefined;
}

/** One of a list that the page has, such as the viewer's committees: chosen from it, or found by a part of its name. */
export function ListField({ options = [], ...props }: ListFieldProps) {
  const [text, setText] = useState<string>();
  return (
    <ComboField
      {...props}
      chosen={options.find(({ id }) => id === props.value)?.name ?? ""}
      options={options.filter(({ name }) => text === undefined || name.includes(text))}
      onSearch={setText}
    />
  );
}
