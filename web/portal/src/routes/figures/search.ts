import { type Day, dayOf } from "../../words/time.ts";

/** Of which place and time the figures are, as it stands in the page's address. */
export interface FigureSearch {
  readonly place?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readFigureSearch({ place, from, to }: Record<string, unknown>): FigureSearch {
  return {
    ...(typeof place === "string" || typeof place === "number" ? { place: String(place) } : {}),
    ...(typeof from === "string" && DAY.test(from) ? { from } : {}),
    ...(typeof to === "string" && DAY.test(to) ? { to } : {}),
  };
}

/** The days that are counted, both included. Default: this year until today. */
export function daysCounted({ from, to }: FigureSearch): { readonly from: Day; readonly to: Day } {
  const today = dayOf(new Date());
  return { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today };
}
