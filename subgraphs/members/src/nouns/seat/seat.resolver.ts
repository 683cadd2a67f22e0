import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference, personal } from "@alliance-hub/platform/noun/fields";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { TermType } from "../term/term.type.ts";
import * as inputs from "./seat.input.ts";
import type { SeatContext, SeatRow } from "./seat.loaders.ts";
import { can } from "./seat.policy.ts";
import * as service from "./seat.service.ts";
import { lastDayOf } from "./seat.entity.ts";
import { SeatConnection, SeatType } from "./seat.type.ts";

export const SeatFields = fields<SeatRow, SeatContext>(() => SeatType, {
  holderName: personal("holderName", (seat, { viewer }) => can(viewer, "readHolder", seat), {
    description:
      "姓名，联盟内可见。Name of the person; for viewers signed in to the alliance, null for others.",
  }),
  until: field(
    () => DateScalar,
    {
      nullable: true,
      description:
        "离任日期；在任时为空，届满的为任期止日。Last day; null while it is held. Seats end with their term.",
    },
    async (seat, { terms, clock }) =>
      seat.until ?? lastDayOf(await terms.byId.load(seat.termId), seat, shanghaiDay(clock())),
  ),
  endReason: personal("endReason", (seat, { viewer }) => can(viewer, "readHolder", seat), {
    description: "离任原因，联盟内可见。Why it ended; for viewers signed in to the alliance.",
  }),
  subject: personal("subject", (seat, { viewer }) => can(viewer, "readSubject", seat), {
    description:
      "登录标识，仅本人、书记与平台管理员可见。The person's sign-in; for that person, whoever runs the committee and operators.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "委员会。The committee.",
  }),
  fromOrganization: reference(() => OrganizationRef, "organizationId", {
    description: "派出单位。The unit that sends the person.",
  }),
  term: field(
    () => TermType,
    { nullable: true, description: "所属任期。The term it belongs to." },
    (seat, { terms }) => terms.byId.load(seat.termId),
  ),
});

export const SeatMutations = mutations(
  {
    field: "seat",
    type: SeatType,
    description: "委员任职。The seat.",
    by: { zh: "书记，或平台管理员", en: "the secretary or an operator" },
  },
  { inputs, service },
  {
    appointSeat: { zh: "任命委员", en: "Fills a seat of the current or the planned term" },
    endSeat: { zh: "委员离任", en: "Ends a seat" },
  },
);

const list = { name: "seats", connection: SeatConnection };
export const CommitteeSeats = connectionField({
  ...list,
  on: () => CommitteeRef,
  description:
    "本届在任委员，任职早的在前。The seats of the current term that are filled now; those who have served longest come first.",
  pages: ({ seats }: SeatContext) => seats.ofCommittee,
});
export const TermSeats = connectionField({
  ...list,
  on: () => TermType,
  description:
    "此届的全部任职，含已离任的，任职早的在前。All seats of this term, including those that have ended; those who served first come first.",
  pages: ({ seats }: SeatContext) => seats.ofTerm,
});
