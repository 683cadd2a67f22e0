import type { Answer } from "@alliance-hub/testing/answer";
import type { AgreementSetting } from "./agreement-setting.ts";
import { OPEN_ROUND, POST, SHARE, shareInput } from "./resource-calls.ts";

const READ_NEED =
  "query ($id: ID!) { need(id: $id) { state audience withdrawReason committee { id } collectionRound { id } } }";
const READ_RESOURCE =
  "query ($id: ID!) { resource(id: $id) { state audience kind venueKind functionAreas withdrawReason committee { id } } }";

/** What a call that succeeds answers. */
export const done = ({ data, message }: Answer): Answer["data"] => {
  if (message !== undefined) throw new Error(message);
  return data;
};
/** What tests of corrections do with needs, resources and calls for lists of unit b, and read of them. */
export function mendedCalls(setting: AgreementSetting) {
  const own = setting.liaison(setting.units.b);
  const posted = async (over: object = {}): Promise<string> => {
    const input = {
      organizationId: setting.units.b,
      title: "缺书桌",
      kind: "WISH",
      audience: "ALLIANCE",
    };
    const answer = await setting.call(own, POST, { input: { ...input, publish: true, ...over } });
    return done(answer).postNeed.need.id;
  };
  const opened = async (over: object = {}): Promise<string> => {
    const days = { opensOn: "2026-02-01", closesOn: "2026-06-30" };
    const input = { committeeId: setting.committeeId, title: "上半年清单", ...days, ...over };
    const answer = await setting.call(setting.secretary, OPEN_ROUND, { input });
    return done(answer).openCollectionRound.collectionRound.id;
  };
  const shared = async (over: object = {}): Promise<string> => {
    const input = shareInput(setting, { providerId: setting.units.b, ...over });
    return done(await setting.call(own, SHARE, { input })).shareResource.resource.id;
  };
  const need = async (id: string, viewer = own) =>
    (await setting.call(viewer, READ_NEED, { id })).data.need;
  const resource = async (id: string, viewer = own) =>
    (await setting.call(viewer, READ_RESOURCE, { id })).data.resource;
  const told = async (recordId: string): Promise<string[]> =>
    (
      await setting.admin.query(
        "select type from activities.notice where record_id = $1 and committee_id = $2 order by number",
        [recordId, setting.committeeId],
      )
    ).rows.map(({ type }) => type);
  /** What the last notice of a correction says of the fields. */
  const correctedOf = async (recordId: string): Promise<object[]> =>
    (
      await setting.admin.query(
        "select facts from activities.notice where record_id = $1 order by number desc limit 1",
        [recordId],
      )
    ).rows[0].facts.changes.corrected;
  const changesOf = async (recordId: string, action: string): Promise<object[]> =>
    (
      await setting.admin.query(
        "select details from audit.entry where record_id = $1 and action = $2 order by at desc limit 1",
        [recordId, action],
      )
    ).rows[0].details.changes;
  return {
    own,
    stranger: { ...setting.liaison(setting.units.stranger), committeeIds: [] },
    posted,
    opened,
    shared,
    need,
    resource,
    told,
    changesOf,
    correctedOf,
  };
}
