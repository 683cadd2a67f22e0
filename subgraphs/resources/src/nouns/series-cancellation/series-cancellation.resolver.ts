import { mutations } from "@alliance-hub/platform/noun/mutations";
import * as inputs from "./series-cancellation.input.ts";
import * as service from "./series-cancellation.service.ts";
import { CancelSeriesPayload } from "./series-cancellation.type.ts";

export const CancelSeriesMutation = mutations(
  {
    payload: CancelSeriesPayload,
    by: {
      zh: "预约或提供单位联络员、委员会书记",
      en: "either side's liaison or the committee's secretary",
    },
  },
  { inputs, service },
  {
    cancelSeries: {
      zh: "自某日起取消系列预约；已过取消时限的各次保留，并说明原因",
      en: "Cancels a series from a day on. Dates for which it is too late stay, and the answer says so",
    },
  },
);
