import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { TermType } from "../term/term.type.ts";
import { AppointSeatInput, EndSeatInput } from "./seat.input.ts";
import type { SeatContext, SeatRow } from "./seat.loaders.ts";
import { can } from "./seat.policy.ts";
import { appointSeat, endSeat } from "./seat.service.ts";
import { SeatConnection, SeatType } from "./seat.type.ts";

export const SeatFields = fields<SeatRow, SeatContext>(() => SeatType, {
  holderName: field(
    () => String,
    {
      nullable: true,
      description:
        "姓名，联盟内可见。Name of the person; for viewers signed in to the alliance, null for others.",
    },
    (seat, { viewer }) => (can(viewer, "readHolder", seat) ? seat.holderName : null),
  ),
  endReason: field(
    () => String,
    {
      nullable: true,
      description: "离任原因，联盟内可见。Why it ended; for viewers signed in to the alliance.",
    },
    (seat, { viewer }) => (can(viewer, "readHolder", seat) ? seat.endReason : null),
  ),
  subject: field(
    () => String,
    {
      nullable: true,
      description:
        "登录标识，仅书记与平台管理员可见。The person's sign-in; for whoever runs the committee and operators.",
    },
    (seat, { viewer }) => (can(viewer, "readSubject", seat) ? seat.subject : null),
  ),
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
  { field: "seat", type: SeatType, description: "委员任职。The seat." },
  {
    appointSeat: mutation(
      AppointSeatInput,
      appointSeat,
      "任命委员（书记，或平台管理员）。Fills a seat of the current term; for the secretary or an operator.",
    ),
    endSeat: mutation(
      EndSeatInput,
      endSeat,
      "委员离任（书记，或平台管理员）。Ends a seat; for the secretary or an operator.",
    ),
  },
);

export const CommitteeSeats = connectionField({
  on: () => CommitteeRef,
  name: "seats",
  connection: SeatConnection,
  description:
    "本届在任委员，任职早的在前。The seats of the current term that are filled now; those who have served longest come first.",
  pages: ({ seats }: SeatContext) => seats.ofCommittee,
});
