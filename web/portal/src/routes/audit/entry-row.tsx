import { Link } from "@tanstack/react-router";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { RecordLink } from "../../components/record-link.tsx";
import { showInstant } from "../../words/time.ts";
import { EntryChanges } from "./entry-changes.tsx";
import { type AuditEntry, actionOf, detailsOf, nounOf, whoOf } from "./words.ts";

/** One thing that was done, by whom, for which unit, and what is noted of it. */
export function EntryRow({ entry }: { readonly entry: AuditEntry }) {
  const { at, organization, region, noun, recordId, subject } = entry;
  const details = detailsOf(entry);
  return (
    <li className="row audit-row">
      <span className="row-time muted">{showInstant(at)}</span>
      <div className="row-main">
        <p className="row-title">
          {actionOf(entry)}
          {details.length > 0 && <span className="audit-details"> {details.join("，")}</span>}
        </p>
        <p className="muted">
          <Link
            to="/audit"
            search={(before) => ({ ...before, by: subject })}
            title="只看此人办理的"
          >
            {whoOf(entry)}
          </Link>
          {organization && (
            <>
              {" · 代表 "}
              <OrganizationLink organization={organization} />
            </>
          )}
          {region && ` · ${region.name}`}
        </p>
        <EntryChanges changes={entry.changes} />
      </div>
      <RecordLink record={{ noun, recordId }}>{nounOf(entry)}</RecordLink>
      <Link
        to="/audit"
        search={(before) => ({ ...before, record: recordId })}
        aria-label={`历次：${actionOf(entry)}，${showInstant(at)}`}
      >
        历次
      </Link>
    </li>
  );
}
