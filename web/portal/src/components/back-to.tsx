import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type List, lastSearchOf } from "../kept/last-list.ts";

interface BackToProps {
  readonly list: List;
  readonly children: ReactNode;
}

/** The way back to a list, filtered as it was when it was looked at last in this tab. */
export function BackTo({ list, children }: BackToProps) {
  return (
    <p className="trail">
      <Link to={list} search={lastSearchOf(list)}>
        {children}
      </Link>
    </p>
  );
}
