import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ALL_NAMES } from "@alliance-hub/platform/noun/former-name.type";
import type { SelectionInfo } from "@alliance-hub/platform/database/selection";
import { CommitteeSchema } from "./committee.entity.ts";
import {
  type CommitteeContext,
  committeeColumns,
  createCommitteeLoaders,
} from "./committee.loaders.ts";
import * as resolvers from "./committee.resolver.ts";

export const committee = {
  name: "Committee",
  entity: CommitteeSchema,
  loaders: { committees: createCommitteeLoaders },
  resolvers,
  reference: ({ id }: { id: string }, { committees }: CommitteeContext, info: SelectionInfo) =>
    committees.with(committeeColumns.ofRecord(info)).load(id),
  search: [{ texts: ALL_NAMES }],
} satisfies Noun;
