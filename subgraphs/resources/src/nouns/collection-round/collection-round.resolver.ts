import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import { recordQuery } from "@alliance-hub/platform/noun/queries";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { CollectionRoundState, stateOn } from "./collection-round.entity.ts";
import { CloseCollectionRoundInput, OpenCollectionRoundInput } from "./collection-round.input.ts";
import type { CollectionRoundContext, CollectionRoundRow } from "./collection-round.loaders.ts";
import { closeCollectionRound, openCollectionRound } from "./collection-round.service.ts";
import { CollectionRoundConnection, CollectionRoundType } from "./collection-round.type.ts";

export const CollectionRoundQuery = recordQuery({
  name: "collectionRound",
  type: CollectionRoundType,
  description: "按编号查清单征集。One collection round by its id.",
  load: ({ collectionRounds }: CollectionRoundContext, id) => collectionRounds.byId.load(id),
});

export const CollectionRoundFields = fields<CollectionRoundRow, CollectionRoundContext>(
  () => CollectionRoundType,
  {
    state: field(
      () => CollectionRoundState,
      {
        description:
          "状态；过了截止日即为已结束。State; a round is closed once its last day is over.",
      },
      (round, { clock }) => stateOn(round, shanghaiDay(clock())),
    ),
    committee: reference(() => CommitteeRef, "committeeId", {
      description: "发起的委员会。The committee that started it.",
    }),
  },
);

export const CollectionRoundMutations = mutations(
  {
    field: "collectionRound",
    type: CollectionRoundType,
    description: "清单征集。The collection round.",
  },
  {
    openCollectionRound: mutation(
      OpenCollectionRoundInput,
      openCollectionRound,
      "发起清单征集（委员会书记）。Opens a call for lists; for the committee's secretary.",
    ),
    closeCollectionRound: mutation(
      CloseCollectionRoundInput,
      closeCollectionRound,
      "结束清单征集（委员会书记）。Closes a call for lists; for the committee's secretary.",
    ),
  },
);

export const CommitteeCollectionRounds = connectionField({
  on: () => CommitteeRef,
  name: "collectionRounds",
  connection: CollectionRoundConnection,
  description: "该委员会的清单征集，新的在前。Its calls for lists, newest first.",
  pages: ({ collectionRounds }: CollectionRoundContext) => collectionRounds.ofCommittee,
});
