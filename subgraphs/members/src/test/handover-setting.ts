import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  type MembersSetting,
  TODAY,
} from "./members-setting.ts";

/** The mutations' documents. */
export const HAND_OVER =
  "mutation ($input: HandOverInput!) { handOver(input: $input) { handover { id version from until state note seat { id role } bySeat { role } committee { id } } } }";
export const END_HANDOVER =
  "mutation ($input: EndHandoverInput!) { endHandover(input: $input) { handover { state endedAt endReason } } }";

/** From the second to the fifteenth of March. */
export const days = (committee: CommitteeSetting, seatId: string, over: object = {}) => ({
  input: { committeeId: committee.id, seatId, from: "2026-03-02", until: "2026-03-15", ...over },
});

/** What tests of handovers do in a setting, which is there once the first of them begins. */
export function handoversIn(settingOf: () => MembersSetting) {
  /** Somebody as the hub knows them on a day. */
  const viewerOf = async (subject: string, day = TODAY): Promise<Viewer> => ({
    ...ANONYMOUS,
    kind: "PERSON",
    subject,
    ...(await settingOf().standing(subject, day)),
  });
  /** A committee with a secretary and a deputy secretary, who sign in. */
  const led = async () => {
    const setting = settingOf();
    const committee = await setting.committee();
    const seat = async (role: string, over: object = {}): Promise<string> => {
      const { id: committeeId, base: organizationId } = committee;
      const holder = { holderName: "委员 001", since: "2022-01-01" };
      const subject = `${role} of ${committee.id}`;
      const { data } = await setting.call(setting.operator, APPOINT_SEAT, {
        input: { committeeId, organizationId, role, ...holder, subject, ...over },
      });
      return data.appointSeat.seat.id;
    };
    const secretaryId = await seat("SECRETARY");
    const deputyId = await seat("DEPUTY_SECRETARY");
    return {
      committee,
      seat,
      secretaryId,
      deputyId,
      deputy: `DEPUTY_SECRETARY of ${committee.id}`,
      secretary: await viewerOf(`SECRETARY of ${committee.id}`),
    };
  };
  return { led, viewerOf };
}
