import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type ToldRecord, placeOfRecord } from "../app/record-pages.ts";

interface RecordLinkProps {
  readonly record: ToldRecord;
  readonly className?: string;
  /** Of whoever only hears the link, where several have the same words. */
  readonly label?: string;
  /** Called when the link is followed. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** Words that lead to a record, where it has a page; the words alone otherwise. */
export function RecordLink({ record, className, label, onOpen, children }: RecordLinkProps) {
  const place = placeOfRecord(record);
  const shared = {
    ...(className === undefined ? {} : { className }),
    ...(label === undefined ? {} : { "aria-label": label }),
    ...(onOpen === undefined ? {} : { onClick: onOpen }),
  };
  if (!place) return <span>{children}</span>;
  if (!("id" in place))
    return (
      <Link to={place.to} {...shared}>
        {children}
      </Link>
    );
  return (
    <Link to={place.to} params={{ id: place.id }} {...shared}>
      {children}
    </Link>
  );
}
