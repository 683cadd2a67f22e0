import type { FieldChange } from "@alliance-hub/platform/field-changes/field-changes";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";

/**
 * The audit log, which all subgraphs append to and this one reads. It is not a MikroORM entity, because the
 * role may not change an entry.
 */
export interface AuditTables extends DirectoryTables {
  "audit.entry": {
    id: string;
    at: Date;
    subgraph: string;
    action: string;
    noun: string;
    recordId: string;
    subject: string;
    organizationId: string | null;
    regionPath: (string | null)[];
    requestId: string;
    /** `changes` is missing if no field of a record changed, and in entries from before the log kept them. */
    details: Readonly<Record<string, unknown>> & { readonly changes?: readonly FieldChange[] };
  };
}
