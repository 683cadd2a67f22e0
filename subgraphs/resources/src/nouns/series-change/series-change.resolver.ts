import { mutations } from "@alliance-hub/platform/noun/mutations";
import * as inputs from "./series-change.input.ts";
import * as service from "./series-change.service.ts";
import { ChangeSeriesPayload } from "./series-change.type.ts";

export const ChangeSeriesMutation = mutations(
  {
    payload: ChangeSeriesPayload,
    by: { zh: "预约单位联络员", en: "the liaison of the unit that booked" },
  },
  { inputs, service },
  {
    changeSeries: {
      zh: "自某日起更改系列预约的时刻、时长、星期、数量或用途，可先预览；订到新时段的才放弃原时段。须提供单位同意的，各次重新待答复，其间原时段保留",
      en: "Changes time of day, length, day of the week, quantity or purpose of a series from a day on; a preview shows what each date would give. A time is given up only if the new one is had. Where the provider's approval is needed, each date is REQUESTED again, and its previous time is held meanwhile",
    },
  },
);
