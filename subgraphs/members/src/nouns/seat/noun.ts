import type { Noun } from "@alliance-hub/platform/noun/noun";
import { SeatSchema } from "./seat.entity.ts";
import { type SeatContext, createSeatLoaders } from "./seat.loaders.ts";
import * as resolvers from "./seat.resolver.ts";

export const seat = {
  name: "Seat",
  entity: SeatSchema,
  loaders: { seats: createSeatLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { seats }: SeatContext) => seats.byId.load(id),
} satisfies Noun;
