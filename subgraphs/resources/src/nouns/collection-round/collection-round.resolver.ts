import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { CollectionRoundState, stateOn } from "./collection-round.entity.ts";
import * as inputs from "./collection-round.input.ts";
import type { CollectionRoundContext, CollectionRoundRow } from "./collection-round.loaders.ts";
import * as service from "./collection-round.service.ts";
import { CollectionRoundConnection, CollectionRoundType } from "./collection-round.type.ts";

export const CollectionRoundQuery = recordQuery({
  name: "collectionRound",
  type: CollectionRoundType,
  description: "按编号查清单征集。One collection round by its id.",
  load: ({ collectionRounds }: CollectionRoundContext, id) => collectionRounds.byId.load(id),
});

export const CollectionRoundList = listQuery({
  name: "collectionRounds",
  connection: CollectionRoundConnection,
  filter: inputs.CollectionRoundFilter,
  description: "清单征集列表，新的在前。Calls for lists, newest first.",
  list: ({ collectionRounds }: CollectionRoundContext, filter) => collectionRounds.list(filter),
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
    by: { zh: "委员会书记", en: "the committee's secretary" },
  },
  { inputs, service },
  {
    openCollectionRound: { zh: "发起清单征集", en: "Opens a call for lists" },
    updateCollectionRound: {
      zh: "更改清单征集的标题与日期；误结束的可以恢复",
      en: "Changes the title and the days of a call for lists; one that was closed by mistake is open again",
    },
    closeCollectionRound: { zh: "结束清单征集", en: "Closes a call for lists" },
  },
);

export const CommitteeCollectionRounds = connectionField({
  on: () => CommitteeRef,
  name: "collectionRounds",
  connection: CollectionRoundConnection,
  description: "该委员会的清单征集，新的在前。Its calls for lists, newest first.",
  pages: ({ collectionRounds }: CollectionRoundContext) => collectionRounds.ofCommittee,
});
