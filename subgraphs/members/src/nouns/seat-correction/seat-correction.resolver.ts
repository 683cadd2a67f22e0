import { mutations } from "@alliance-hub/platform/noun/mutations";
import { SeatType } from "../seat/seat.type.ts";
import * as inputs from "./seat-correction.input.ts";
import * as service from "./seat-correction.service.ts";

export const SeatCorrectionMutations = mutations(
  {
    field: "seat",
    type: SeatType,
    description: "委员任职。The seat.",
    by: { zh: "书记，或平台管理员", en: "the secretary or an operator" },
  },
  { inputs, service },
  {
    updateSeat: {
      zh: "更正委员的姓名与任职日期，已离任的也可以",
      en: "Corrects the name and the first day of a seat, also of one that has ended",
    },
  },
);
