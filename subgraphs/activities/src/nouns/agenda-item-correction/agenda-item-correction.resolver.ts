import { mutations } from "@alliance-hub/platform/noun/mutations";
import { AgendaItemType } from "../agenda-item/agenda-item.type.ts";
import * as inputs from "./agenda-item-correction.input.ts";
import * as service from "./agenda-item-correction.service.ts";

export const AgendaItemCorrectionMutations = mutations(
  { field: "agendaItem", type: AgendaItemType, description: "议题。The item." },
  { inputs, service },
  {
    updateAgendaItem:
      "更改议题（提出单位的委员，或书记）；会议举办之后，由书记更正到次年 1 月 31 日。Changes an item; for the unit that proposed it or whoever runs the committee. After the meeting was held, whoever runs the committee corrects it up to 31 January of the next year.",
  },
);
