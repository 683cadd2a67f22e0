import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import {
  END_REGION,
  MERGE_REGIONS,
  MOVE_REGION,
  type OrganizationsSetting,
  RENAME_REGION,
} from "./organizations-setting.ts";

/** The places that are changed where a test says nothing else. */
export interface ChangedPlaces {
  readonly setting: OrganizationsSetting;
  readonly street: string;
  /** Another street, into which the first is merged, or to which the community moves. */
  readonly other: string;
  readonly community: string;
}

const REGION =
  "query ($code: String!) { region(code: $code) { code name version endedOn formerNames { name until } parent { code } mergedInto { code } children { nodes { code } } committees { nodes { id } } } }";

/** What tests of changes of regions do; setting and places are there once the first of them begins. */
export function regionChangesIn(places: () => ChangedPlaces) {
  return {
    rename: (viewer: Viewer, input: object = {}) => {
      const { setting, community: code } = places();
      return setting.send(viewer, RENAME_REGION, { code, name: "新名社区", ...input });
    },
    end: (viewer: Viewer, input: object = {}) => {
      const { setting, community: code } = places();
      return setting.send(viewer, END_REGION, { code, ...input });
    },
    merge: (viewer: Viewer, input: object = {}) => {
      const { setting, street: code, other: intoCode } = places();
      return setting.send(viewer, MERGE_REGIONS, { code, intoCode, ...input });
    },
    move: (viewer: Viewer, input: object = {}) => {
      const { setting, community: code, other: parentCode } = places();
      return setting.send(viewer, MOVE_REGION, { code, parentCode, ...input });
    },
    /** A region, as everybody sees it. */
    regionOf: async (code: string) =>
      (await places().setting.call(ANONYMOUS, REGION, { code })).data.region,
    /** Where a record is, as its table says it. */
    pathOf: async (table: string, id: string) => {
      const { rows } = await places().setting.admin.query(
        `select region_path, region_code, alliance_code from organizations.${table} where id = $1`,
        [id],
      );
      return rows[0];
    },
  };
}
