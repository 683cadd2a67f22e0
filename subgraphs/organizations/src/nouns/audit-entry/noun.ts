import type { Noun } from "@alliance-hub/platform/noun/noun";
import { createAuditEntryLoaders } from "./audit-entry.loaders.ts";
import * as resolvers from "./audit-entry.resolver.ts";

export const auditEntry = {
  name: "AuditEntry",
  loaders: { auditEntries: createAuditEntryLoaders },
  resolvers,
} satisfies Noun;
