import type { Noun } from "@alliance-hub/platform/noun/noun";
import { auditEntry } from "./nouns/audit-entry/noun.ts";
import { committee } from "./nouns/committee/noun.ts";
import { organizationCorrection } from "./nouns/organization-correction/noun.ts";
import { organizationEnding } from "./nouns/organization-ending/noun.ts";
import { organizationMerger } from "./nouns/organization-merger/noun.ts";
import { organization } from "./nouns/organization/noun.ts";
import { region } from "./nouns/region/noun.ts";
import { regionChange } from "./nouns/region-change/noun.ts";
import { serviceArea } from "./nouns/service-area/noun.ts";

/** The nouns of this subgraph. A noun that is not in this list does not exist. */
export const nouns = [
  region,
  regionChange,
  organization,
  organizationCorrection,
  organizationEnding,
  organizationMerger,
  committee,
  serviceArea,
  auditEntry,
] as const satisfies readonly Noun[];
