import { mutations } from "@alliance-hub/platform/noun/mutations";
import { BookingSeriesType } from "../booking-series/booking-series.type.ts";
import * as inputs from "./series-keeping.input.ts";
import * as service from "./series-keeping.service.ts";

export const KeepSeriesMutation = mutations(
  {
    field: "series",
    type: BookingSeriesType,
    description: "系列。The series.",
    by: { zh: "预约单位联络员", en: "the liaison of the unit that booked" },
  },
  { inputs, service },
  {
    keepSeries: {
      zh: "连续无人使用的系列预约，答复保留其余各次；不保留的用 cancelSeries 取消",
      en: "Keeps the rest of a series to which nobody came, once its unit was asked; cancelSeries gives the rest back",
    },
  },
);
