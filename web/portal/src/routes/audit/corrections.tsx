import "./audit.css";
import { hasRole } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { OrganizationLink } from "../../components/organization-link.tsx";
import {
  RecordCorrectionsDocument,
  type RecordCorrectionsQuery,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showInstant } from "../../words/time.ts";
import { EntryChanges } from "./entry-changes.tsx";
import { actionOf, whoOf } from "./words.ts";

type RecordCorrection = NonNullable<RecordCorrectionsQuery["auditEntries"]>["nodes"][number];

/** Mutations by which a record that others have seen gets other words, or goes back a step. */
const CORRECTIONS = [
  "updateActivity",
  "reopenActivity",
  "updateAgendaItem",
  "updateIssue",
  "reopenIssue",
  "updateNeed",
  "publishNeed",
  "updateResource",
  "publishResource",
  "updateCollectionRound",
];
/** Those that are corrections only of what was withdrawn; the first time, others have not seen the record yet. */
const AGAIN: ReadonlySet<string> = new Set(["publishNeed", "publishResource"]);

/** Whether an entry says of a correction in what. */
const isCorrection = ({ action, changes }: RecordCorrection): boolean =>
  changes.length > 0 &&
  (!AGAIN.has(action) || changes.some(({ field }) => field === "withdrawnAt"));

/** That a record was corrected, when, by which office and in what: for auditors, who may read it. */
export function Corrections({ record }: { readonly record: string }) {
  const isShown = hasRole(useViewer(), "AUDITOR");
  const asked = { record, actions: CORRECTIONS };
  const { data } = useAsk(RecordCorrectionsDocument, asked, { isEnabled: isShown });
  const entries = (data?.auditEntries?.nodes ?? []).filter(isCorrection);
  if (!isShown || entries.length === 0) return null;
  return (
    <section className="stack">
      <h2>更正记录</h2>
      <ul className="rows" aria-label="更正记录">
        {entries.map((entry) => (
          <li key={entry.id} className="row audit-row">
            <span className="row-time muted">{showInstant(entry.at)}</span>
            <div className="row-main">
              <p className="row-title">{actionOf(entry)}</p>
              <p className="muted">
                {entry.organization ? (
                  <OrganizationLink organization={entry.organization} />
                ) : (
                  whoOf(entry)
                )}
              </p>
              <EntryChanges changes={entry.changes} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
