import type { InvitationSetting } from "./invitation-setting.ts";

/** The steps of an invitation, as each is taken: by the host's liaison, then by the unit's own. */
export function invitationCalls(setting: InvitationSetting) {
  const invite = (
    id: string,
    units: readonly string[],
    viewer = setting.liaison(setting.units.a),
  ) => setting.step("inviteUnits", viewer, { id, organizationIds: units });
  const join = (id: string, unit: string, viewer = setting.liaison(unit)) =>
    setting.step("joinActivity", viewer, { id, organizationId: unit });
  const decline = (id: string, unit: string, over: object = {}, viewer = setting.liaison(unit)) =>
    setting.step("declineInvitation", viewer, { id, organizationId: unit, ...over });
  const leave = (id: string, unit: string, viewer = setting.liaison(unit)) =>
    setting.step("leaveActivity", viewer, { id, organizationId: unit });
  /** What the update log has of an activity, in order. */
  const updatesOf = async (id: string): Promise<string[]> => {
    const { rows } = await setting.admin.query(
      "select type from activities.activity_update where activity_id = $1 order by number",
      [id],
    );
    return rows.map(({ type }) => type);
  };
  return { invite, join, decline, leave, updatesOf };
}
