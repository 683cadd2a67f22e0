import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { MembersTables } from "../../database.ts";
import type { AppointmentFilter } from "./appointment.input.ts";
import { readable } from "./appointment.policy.ts";

/** An appointment as lists and loaders give it. */
export type AppointmentRow = MembersTables["appointment"];

/** Reads of appointments, limited to what the viewer may see. */
export interface AppointmentLoaders {
  readonly byId: DataLoader<string, AppointmentRow | null>;
  /** Those that last. */
  list(filter: AppointmentFilter): Promise<List<MembersTables, "appointment", AppointmentRow>>;
}

/** Loaders of one call. */
export function createAppointmentLoaders({
  rows,
  viewer,
  database,
}: BaseContext<MembersTables>): AppointmentLoaders {
  const visible = rows.selectFrom("appointment").selectAll("appointment").where(readable(viewer));
  return {
    byId: byId((ids) => visible.where(anyOf("appointment.id", ids, "uuid")).execute()),
    list: async (filter) => {
      let query = visible.where("appointment.endedAt", "is", null);
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            database.regionLevels,
            filter.regionCode,
            elementOf("appointment.regionPath"),
          ),
        );
      }
      if (filter.role != null) query = query.where("appointment.role", "=", filter.role);
      return {
        name: "appointments",
        query,
        ...newestFirst<AppointmentRow>(sql.ref("appointment.id")),
      };
    },
  };
}
