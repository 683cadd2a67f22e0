import { useEffect, useState } from "react";
import { TextLine } from "./text-line.tsx";
import { TYPING_MS } from "./fields/use-settled.ts";

interface SearchLineProps {
  /** Default: 关键词. */
  readonly label?: string;
  readonly value: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
  readonly placeholder: string;
}

/** Words to look for; what is typed is asked for once the typing pauses. */
export function SearchLine({
  label = "关键词",
  value = "",
  onSearch,
  placeholder,
}: SearchLineProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text === "" ? undefined : text), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <TextLine
      label={label}
      value={text}
      onChange={setText}
      type="search"
      placeholder={placeholder}
    />
  );
}
