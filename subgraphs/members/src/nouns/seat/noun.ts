import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { SeatSchema } from "./seat.entity.ts";
import { createSeatLoaders } from "./seat.loaders.ts";
import * as resolvers from "./seat.resolver.ts";

export const seat = recordNoun({
  name: "Seat",
  entity: SeatSchema,
  loaders: { seats: createSeatLoaders },
  resolvers,
});
