import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { OrganizationsSetting } from "./organizations-setting.ts";
import type { Ground } from "./ground.ts";

const MERGE =
  "mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { organization { id version name creditCode formerNames { name } parent { id } mergedFrom { nodes { id name state mergedInto { id } } } } } }";
const PREVIEW =
  "query ($fromId: ID!, $intoId: ID!) { organizationMerge(fromId: $fromId, intoId: $intoId) { items { noun count } warnings { noun recordId title consequence blocks } } }";

/** What tests of mergers do in a setting and on a ground, which are there once the first of them begins. */
export function mergersOn(settingOf: () => OrganizationsSetting, groundOf: () => Ground) {
  return {
    /** A unit of the street; its id. */
    unit: (over: object = {}) =>
      settingOf().organization(groundOf().street, { kind: "SCHOOL", ...over }),
    merge: (viewer: Viewer, fromId: string, intoId: string, over: object = {}) =>
      settingOf().send(viewer, MERGE, { fromId, intoId, reason: "机构改革", ...over }),
    /** What a merger would do, as the graph says it. */
    preview: (viewer: Viewer, fromId: string, intoId: string) =>
      settingOf().call(viewer, PREVIEW, { fromId, intoId }),
    rowsOf: async (sql: string, ...values: unknown[]) =>
      (await settingOf().admin.query(sql, values)).rows,
  };
}
