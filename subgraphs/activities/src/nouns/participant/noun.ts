import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ParticipantSchema } from "../../mechanisms/participant-list/participant.ts";
import { createParticipantLoaders } from "./participant.loaders.ts";
import * as resolvers from "./participant.resolver.ts";

export const participant = {
  name: "Participant",
  entity: ParticipantSchema,
  loaders: { participants: createParticipantLoaders },
  resolvers,
} satisfies Noun;
