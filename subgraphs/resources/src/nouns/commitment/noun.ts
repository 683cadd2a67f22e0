import type { Noun } from "@alliance-hub/platform/noun/noun";
import { CommitmentSchema } from "./commitment.entity.ts";
import { createCommitmentLoaders } from "./commitment.loaders.ts";
import * as resolvers from "./commitment.resolver.ts";

export const commitment = {
  name: "Commitment",
  entity: CommitmentSchema,
  loaders: { commitments: createCommitmentLoaders },
  resolvers,
} satisfies Noun;
