import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { UnitSeatSchema } from "./unit-seat.entity.ts";
import { createUnitSeatLoaders } from "./unit-seat.loaders.ts";
import * as resolvers from "./unit-seat.resolver.ts";

export const unitSeat = recordNoun({
  name: "UnitSeat",
  entity: UnitSeatSchema,
  loaders: { unitSeats: createUnitSeatLoaders },
  resolvers,
});
