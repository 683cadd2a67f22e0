import { Children, type ReactNode, useState } from "react";
import { useNarrow } from "../app/use-width.ts";
import { Button } from "./button.tsx";

interface FiltersProps {
  /** What is filtered by, as the address says; those that are undefined are not set. */
  readonly of: object;
  /** On the button that opens them on phones. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** The fields that a list is filtered by. On phones the list comes first: they are behind a button there. */
export function Filters({ of, label = "筛选", children }: FiltersProps) {
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  // A single field takes no more room than the button would.
  const isFolded = isNarrow && Children.toArray(children).length > 1;
  const set = Object.values(of).filter((value) => value !== undefined).length;
  return (
    <>
      {isFolded && (
        <div>
          <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {set > 0 ? `${label}（${set} 项）` : label}{" "}
            <span aria-hidden="true">{isOpen ? "▴" : "▾"}</span>
          </Button>
        </div>
      )}
      {(!isFolded || isOpen) && (
        <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
      )}
    </>
  );
}
