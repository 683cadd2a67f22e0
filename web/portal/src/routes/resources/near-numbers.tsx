import { useState } from "react";
import { TextLine } from "../../components/text-line.tsx";
import { readPosition, writePosition } from "./position.ts";
import type { ResourceSearch } from "./search.ts";

interface NearNumbersProps {
  readonly near: string | undefined;
  readonly onChange: (changed: Partial<ResourceSearch>) => void;
}

/** A point in numbers, for whoever has them: out of the way of all others. */
export function NearNumbers({ near, onChange }: NearNumbersProps) {
  const numbers = near !== undefined && readPosition(near) ? near : "";
  // Until it is left; otherwise the field shows what the address says.
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  const take = (): void => {
    if (typed === undefined || typed === numbers) return;
    const position = readPosition(typed);
    const isEmpty = typed.trim() === "";
    setFault(isEmpty || position ? undefined : "请写成“经度,纬度”，如 116.367,23.525。");
    if (!isEmpty && !position) return;
    setTyped(undefined);
    onChange(position ? { near: writePosition(position) } : { near: undefined, within: undefined });
  };
  return (
    <details className="near-numbers" open={numbers !== "" || undefined}>
      <summary>填写经纬度</summary>
      <TextLine
        label="附近（经度,纬度）"
        value={typed ?? numbers}
        onChange={setTyped}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") take();
        }}
        placeholder="116.367,23.525"
        fault={fault}
      />
    </details>
  );
}
