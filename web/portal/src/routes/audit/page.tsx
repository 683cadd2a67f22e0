import "./audit.css";
import { getRouteApi } from "@tanstack/react-router";
import { hasRole } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { AuditPageDocument, type AuditEntryFilter } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { dayOf } from "../../words/time.ts";
import { NotForYou } from "../office/not-for-you.tsx";
import { OfficeHead } from "../office/office-head.tsx";
import { EntryRow } from "./entry-row.tsx";
import { AuditFilters } from "./filters.tsx";
import { auditFilterOf } from "./search.ts";
import { csvOf } from "./table.ts";
import type { AuditEntry } from "./words.ts";

const route = getRouteApi("/audit");

/** Who did what and when, for auditors of the place. */
export function AuditPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <div className="page">
      <OfficeHead title="审计记录" />
      {hasRole(viewer, "AUDITOR") ? (
        <>
          <AuditFilters />
          <Entries filter={auditFilterOf(search)} />
        </>
      ) : (
        <NotForYou whom="审计员" />
      )}
    </div>
  );
}

function Entries({ filter }: { readonly filter: AuditEntryFilter }) {
  const pages = usePages(AuditPageDocument, { filter }, ({ auditEntries }) => auditEntries);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的记录">
          可以放宽日期，或者去掉一些条件。通过平台办理了事项，这里才有记录。
        </Empty>
      }
    >
      {(entries) => (
        <>
          <div className="buttons">
            <Button look="quiet" onPress={() => save(entries)}>
              把列出的 {entries.length} 项存为表格
            </Button>
          </div>
          <ul className="rows">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </Paged>
  );
}

function save(entries: readonly AuditEntry[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(entries)], { type: "text/csv" }));
  const download = `审计记录 ${dayOf(new Date())}.csv`;
  Object.assign(document.createElement("a"), { href: address, download }).click();
  URL.revokeObjectURL(address);
}
