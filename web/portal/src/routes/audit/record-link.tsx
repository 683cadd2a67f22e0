import { Link } from "@tanstack/react-router";
import { type AuditEntry, nounOf } from "./words.ts";

/** Where records have pages of their own. */
const PAGES = {
  Organization: "/organizations/$id",
  Committee: "/committees/$id",
  Resource: "/resources/$id",
  Activity: "/activities/$id",
  Agreement: "/agreements/$id",
} as const;

/** What kind of record it was about, which leads to its page where it has one. */
export function RecordLink({ entry }: { readonly entry: AuditEntry }) {
  const { noun, recordId } = entry;
  if (!(noun in PAGES)) return <span>{nounOf(entry)}</span>;
  return (
    <Link to={PAGES[noun as keyof typeof PAGES]} params={{ id: recordId }}>
      {nounOf(entry)}
    </Link>
  );
}
