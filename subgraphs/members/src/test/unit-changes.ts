import { type Around, nobodyBut } from "./callers.ts";
import { type Change, documentOf, done, liaison, operator, secretary } from "./changes.ts";
import { DISTRICT } from "./members-setting.ts";

const REASON = "另有安排";
/** What waits for an answer is seen by the unit's own systems, and nobody else around. */
const ofUnit = nobodyBut("the unit's key that may only read");

const registration = ({ unit, committee }: Around) => ({
  organizationId: unit,
  communityCode: committee.communityCode,
  headcount: 5,
});
const registered = (around: Around) =>
  done(around, liaison(around), ["registerWithCommunity", "registration"], registration(around));
async function accepted(around: Around): Promise<string> {
  const id = await registered(around);
  return await done(around, secretary(around), ["acceptRegistration", "registration"], { id });
}

const unitSeat = ({ unit, applicant }: Around) => ({
  bodyId: unit,
  organizationId: applicant,
  holderName: "委员 017",
  role: "业委会委员",
});
const team = ({ unit }: Around) => ({
  organizationId: unit,
  name: "先锋队",
  kind: "VOLUNTEER",
  headcount: 5,
});
const card = ({ unit }: Around) => ({ organizationId: unit, post: "主任", holderName: "委员 017" });
const carded = (around: Around) =>
  done(around, liaison(around), ["makeContactCard", "contactCard"], card(around));
const named = ({ unit }: Around) => ({
  organizationId: unit,
  subject: `liaison of ${unit}`,
  name: "委员 017",
});
const appointment = ({ unit }: Around) => ({
  subject: `clerk of ${unit}`,
  role: "AUDITOR",
  regionCode: DISTRICT,
});
const partner = ({ unit }: Around) => ({
  organizationId: unit,
  name: `system-${unit}`,
  scopes: ["members:read"],
});

/** Changes of a unit: its registrations, seats, teams and people; and of who runs the hub. */
export const UNIT_CHANGES: Readonly<Record<string, Change>> = {
  registerWithCommunity: {
    of: "registration",
    input: async (around) => registration(around),
    by: liaison,
  },
  recordHeadcount: {
    of: "registration",
    input: async (around) => ({ id: await accepted(around), headcount: 6 }),
    by: liaison,
  },
  acceptRegistration: {
    of: "registration",
    input: async (around) => ({ id: await registered(around) }),
    by: secretary,
    unseenBy: ofUnit,
  },
  returnRegistration: {
    of: "registration",
    input: async (around) => ({ id: await registered(around), reason: REASON }),
    by: secretary,
    unseenBy: ofUnit,
  },
  endRegistration: {
    of: "registration",
    input: async (around) => ({ id: await accepted(around), reason: REASON }),
    by: liaison,
  },
  appointUnitSeat: { of: "unitSeat", input: async (around) => unitSeat(around), by: liaison },
  endUnitSeat: {
    of: "unitSeat",
    input: async (around) => ({
      id: await done(around, liaison(around), ["appointUnitSeat", "unitSeat"], unitSeat(around)),
      reason: REASON,
    }),
    by: secretary,
  },
  updateUnitSeat: {
    of: "unitSeat",
    input: async (around) => ({
      id: await done(around, liaison(around), ["appointUnitSeat", "unitSeat"], unitSeat(around)),
      holderName: "委员 099",
    }),
    by: secretary,
  },
  formTeam: { of: "team", input: async (around) => team(around), by: liaison },
  updateTeam: {
    of: "team",
    input: async (around) => ({
      id: await done(around, liaison(around), ["formTeam", "team"], team(around)),
      headcount: 6,
    }),
    by: liaison,
  },
  makeContactCard: { of: "contactCard", input: async (around) => card(around), by: liaison },
  updateContactCard: {
    of: "contactCard",
    input: async (around) => ({ id: await carded(around), post: "副主任" }),
    by: liaison,
  },
  withdrawContactCard: {
    of: "contactCard",
    input: async (around) => ({ id: await carded(around), reason: REASON }),
    by: liaison,
  },
  nameLiaison: { of: "liaison", input: async (around) => named(around), by: liaison },
  endLiaison: {
    of: "liaison",
    input: async (around) => ({
      id: await done(around, liaison(around), ["nameLiaison", "liaison"], named(around)),
    }),
    by: liaison,
    unseenBy: ["operator of elsewhere"],
  },
  updateLiaison: {
    of: "liaison",
    input: async (around) => ({
      id: await done(around, liaison(around), ["nameLiaison", "liaison"], named(around)),
      name: "委员 099",
    }),
    by: liaison,
    unseenBy: ["operator of elsewhere"],
  },
  appoint: { of: "appointment", input: async (around) => appointment(around), by: operator },
  endAppointment: {
    of: "appointment",
    input: async (around) => ({
      id: await done(around, operator(around), ["appoint", "appointment"], appointment(around)),
    }),
    by: operator,
    unseenBy: nobodyBut("auditor"),
  },
  enterPartner: { of: "partner", input: async (around) => partner(around), by: liaison },
  revokePartner: {
    of: "partner",
    input: async (around) => {
      const input = partner(around);
      const document = documentOf("enterPartner", "partner");
      const { message } = await around.setting.call(liaison(around), document, { input });
      if (message !== undefined) throw new Error(message);
      return { name: input.name };
    },
    by: liaison,
    unseenBy: nobodyBut(),
  },
};
