import { Link } from "@tanstack/react-router";
import { RECORD_PAGES, hasPage } from "../../app/record-pages.ts";
import { type AuditEntry, nounOf } from "./words.ts";

/** What kind of record it was about, which leads to its page where it has one. */
export function RecordLink({ entry }: { readonly entry: AuditEntry }) {
  const { noun, recordId } = entry;
  if (!hasPage(noun)) return <span>{nounOf(entry)}</span>;
  return (
    <Link to={RECORD_PAGES[noun]} params={{ id: recordId }}>
      {nounOf(entry)}
    </Link>
  );
}
