import { randomUUID } from "node:crypto";
import { PARTNER_SUBJECT } from "@alliance-hub/platform/directory/partner-key";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { CalendarSetting } from "./calendar-setting.ts";

/** A partner system of unit a that may read and write activities. */
export interface PartnerSystem {
  readonly name: string;
  /** Who asks with its key. */
  readonly viewer: Viewer;
  /** Changes the record of its key. @param change as in `update … set`. */
  changeKey(change: string): Promise<unknown>;
}

/** Enters a partner system, as an operator does. */
export async function enterPartnerSystem(setting: CalendarSetting): Promise<PartnerSystem> {
  const { admin, units } = setting;
  const name = `portal-${randomUUID()}`;
  const scopes = ["activities:read", "activities:write"];
  await admin.query(
    `insert into gateway.partner (name, organization_id, scopes, key_hash, created_at)
      values ($1, $2, $3, $1, now())`,
    [name, units.a, scopes],
  );
  const subject = PARTNER_SUBJECT + name;
  return {
    name,
    viewer: { ...setting.liaison(units.a), kind: "PARTNER", subject, scopes },
    changeKey: (change) =>
      admin.query(`update gateway.partner set ${change} where name = $1`, [name]),
  };
}
