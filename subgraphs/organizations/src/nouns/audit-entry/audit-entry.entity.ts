import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";

/**
 * The audit log, which all subgraphs append to and this one reads. It is no MikroORM entity: the
 * role may not change an entry, and nothing here ever tries.
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
    details: Record<string, unknown>;
  };
}
