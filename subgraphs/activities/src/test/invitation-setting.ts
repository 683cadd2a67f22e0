import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { DISTRICT, PLACE, STREET } from "@alliance-hub/testing/street-committee";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type CalendarSetting, createCalendarSetting, on, scheduled } from "./calendar-setting.ts";

const CHANGED = `{ activity { id state version host { id } attendance
  participants { state reason attendance invitedAt joinedAt endedAt organization { id } } } }`;
/** The mutations of invitations, with all that is told of participants. */
export const STEPS = {
  inviteUnits: `mutation ($input: InviteUnitsInput!) { inviteUnits(input: $input) ${CHANGED} }`,
  joinActivity: `mutation ($input: JoinActivityInput!) { joinActivity(input: $input) ${CHANGED} }`,
  declineInvitation: `mutation ($input: DeclineInvitationInput!) { declineInvitation(input: $input) ${CHANGED} }`,
  leaveActivity: `mutation ($input: LeaveActivityInput!) { leaveActivity(input: $input) ${CHANGED} }`,
  recordAttendance: `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) ${CHANGED} }`,
  cancelActivity: `mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) ${CHANGED} }`,
  rescheduleActivity: `mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) ${CHANGED} }`,
  holdActivity: `mutation ($input: HoldActivityInput!) { holdActivity(input: $input) ${CHANGED} }`,
} as const;
const ACTIVITY = `query ($id: ID!) { activity(id: $id) { host { id } participants { state reason organization { id } } } }`;
// The tasks of a unit that takes part in many activities at once, too: a random test makes dozens.
const TASKS = `query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { nodes { kind state recordId title dueAt } } }`;

/** A calendar on which units are invited. */
export interface InvitationSetting extends CalendarSetting {
  /** Takes a step as somebody. */
  step(name: keyof typeof STEPS, viewer: Viewer, input: object): Promise<Answer>;
  /** An activity of the tenth day from now, hosted by unit a, whose liaison scheduled it. */
  hosted(over?: object): Promise<string>;
  /** The parts of units that somebody sees, as `a JOINED`; null if they do not see the activity. */
  partsSeenBy(viewer: Viewer, id: string): Promise<string[] | null>;
  /** The invitations that await a unit, or did, as `OPEN` and when they are due. */
  invitationsOf(unit: string, id: string): Promise<string[]>;
  /** A unit besides those of the setting. */
  enterUnit(over?: { readonly ended?: boolean; readonly alliance?: string }): Promise<string>;
  /** What the log of notices has about a record, in order: `PARTICIPANT_INVITED b`. */
  toldOf(id: string): Promise<string[]>;
}

/** Makes the setting. */
export async function createInvitationSetting(): Promise<InvitationSetting> {
  const setting = await createCalendarSetting();
  const { admin, units, committeeId, clock } = setting;
  const names = new Map<string, string>([
    ...Object.entries(units).map(([name, id]): [string, string] => [id, name]),
    [committeeId, "committee"],
  ]);
  return {
    ...setting,
    step: async (name, viewer, input) => {
      // Each step has a moment of its own.
      clock.now = new Date(clock.now.getTime() + 1);
      return await setting.call(viewer, STEPS[name], { input });
    },
    hosted: (over = {}) => scheduled({ ...setting, secretary: setting.liaison(units.a) }, over),
    partsSeenBy: async (viewer, id) => {
      const { data, message } = await setting.call(viewer, ACTIVITY, { id });
      if (message !== undefined) throw new Error(message);
      const parts = data.activity?.participants;
      return (
        parts?.map(
          (part: { state: string; reason: string | null; organization: { id: string } }) =>
            `${names.get(part.organization.id)} ${part.state}${part.reason === null ? "" : ` ${part.reason}`}`,
        ) ?? null
      );
    },
    invitationsOf: async (unit, id) => {
      const filter = { organizationId: unit, states: ["OPEN", "DONE", "LAPSED"] };
      const { data } = await setting.call(setting.liaison(unit), TASKS, { filter });
      return data.tasks.nodes
        .filter(
          (task: { kind: string; recordId: string }) =>
            task.kind === "ANSWER_INVITATION" && task.recordId === id,
        )
        .map(({ state, dueAt }: { state: string; dueAt: string }) => `${state} ${dueAt}`);
    },
    enterUnit: async ({ ended = false, alliance = DISTRICT } = {}) => {
      const id = randomUUID();
      await admin.query(
        `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code,
           search_key, search_grams, state, ended_on, end_reason)
         values ($1, now(), now(), '单位 017', 'OTHER', $2, $3, $4, '', '{}', $5, $6, $7)`,
        [
          id,
          STREET,
          PLACE[1],
          alliance,
          ended ? "ENDED" : "ACTIVE",
          ended ? "2026-01-01" : null,
          ended ? "注销" : null,
        ],
      );
      return id;
    },
    toldOf: async (id) => {
      const { rows } = await admin.query(
        "select type, coalesce(organization_id, committee_id) as addressee from activities.notice where record_id = $1 order by number",
        [id],
      );
      return rows.map(({ type, addressee }) => `${type} ${names.get(addressee) ?? addressee}`);
    },
  };
}

/** Two hours ten days ahead of the setting's first moment. */
export const TENTH_DAY = on("2026-03-11");
