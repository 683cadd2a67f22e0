import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { AgreementPartyType } from "../agreement-party/agreement-party.type.ts";
import { CommitmentType } from "../commitment/commitment.type.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { AgreementState, stateOn } from "./agreement.entity.ts";
import * as inputs from "./agreement.input.ts";
import type { AgreementContext, AgreementRow } from "./agreement.loaders.ts";
import * as service from "./agreement.service.ts";
import { AgreementConnection, AgreementType } from "./agreement.type.ts";

export const AgreementQuery = recordQuery({
  name: "agreement",
  type: AgreementType,
  description: "按编号查协议。One agreement by its id.",
  load: ({ agreements }: AgreementContext, id) => agreements.byId.load(id),
});

export const AgreementList = listQuery({
  name: "agreements",
  connection: AgreementConnection,
  filter: inputs.AgreementFilter,
  description: "共建协议列表，新草拟的在前。Agreements, newest first.",
  list: ({ agreements }: AgreementContext, filter) => agreements.list(filter),
});

export const AgreementFields = fields<AgreementRow, AgreementContext>(() => AgreementType, {
  state: field(
    () => AgreementState,
    {
      description:
        "状态；是否期满，按今日判断。State. Today's date decides whether the term is over.",
    },
    (agreement, { clock }) => stateOn(agreement, shanghaiDay(clock())),
  ),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "所属委员会。The committee under which it is made.",
  }),
  parties: field(
    () => [AgreementPartyType],
    { description: "各方，按序。Its parties, in order." },
    ({ id }, { agreementParties }) => agreementParties.ofAgreement.load(id),
  ),
  commitments: field(
    () => [CommitmentType],
    { description: "承诺事项，按序。What the parties commit themselves to, in order." },
    ({ id }, { commitments }) => commitments.ofAgreement.load(id),
  ),
});

export const AgreementMutations = mutations(
  { field: "agreement", type: AgreementType, description: "协议。The agreement." },
  { inputs, service },
  {
    proposeAgreement:
      "提出协议：文本自此不能修改，待各方签署。Proposes a draft. From then on its text cannot change, and the parties can sign.",
    withdrawProposal:
      "撤回尚无人签署的协议，退回草稿。Takes back a proposal that nobody has signed; it becomes a draft again.",
    terminateAgreement:
      "终止生效中或待签署的协议，附原因。Ends an agreement in force, or a proposal, with a reason.",
  },
);

const list = { name: "agreements", connection: AgreementConnection };

export const OrganizationAgreements = connectionField({
  ...list,
  on: () => OrganizationRef,
  description: "该单位为一方的协议。Agreements that it is a party of, newest first.",
  pages: ({ agreements }: AgreementContext) => agreements.ofOrganization,
});

export const CommitteeAgreements = connectionField({
  ...list,
  on: () => CommitteeRef,
  description: "该委员会下的协议。Agreements made under it, newest first.",
  pages: ({ agreements }: AgreementContext) => agreements.ofCommittee,
});
