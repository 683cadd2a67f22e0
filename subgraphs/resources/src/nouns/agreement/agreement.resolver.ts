import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { AgreementPartyRow } from "../agreement-party/agreement-party.loaders.ts";
import { AgreementPartyType } from "../agreement-party/agreement-party.type.ts";
import type { CommitmentRow } from "../commitment/commitment.loaders.ts";
import { CommitmentType } from "../commitment/commitment.type.ts";
import type { ResourcesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { AgreementState, stateOn } from "./agreement.entity.ts";
import {
  AgreementFilter,
  DraftAgreementInput,
  DraftAgreementPayload,
  ProposeAgreementInput,
  ProposeAgreementPayload,
  ReviseAgreementInput,
  ReviseAgreementPayload,
  TerminateAgreementInput,
  TerminateAgreementPayload,
  WithdrawProposalInput,
  WithdrawProposalPayload,
} from "./agreement.input.ts";
import type { AgreementRow } from "./agreement.loaders.ts";
import * as service from "./agreement.service.ts";
import { AgreementConnection, AgreementType } from "./agreement.type.ts";

/** What the mutations answer with. */
type Payload = Promise<{ agreement: AgreementRow }>;

@Resolver(() => AgreementType)
export class AgreementResolver {
  @Query(() => AgreementType, {
    nullable: true,
    description: "按编号查协议。One agreement by its id.",
  })
  agreement(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ResourcesContext,
  ): Promise<AgreementRow | null> {
    return context.agreements.byId.load(id);
  }

  @Query(() => AgreementConnection, {
    description: "共建协议列表，新草拟的在前。Agreements, newest first.",
  })
  async agreements(
    @Arg("filter", () => AgreementFilter, { nullable: true }) filter: AgreementFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<AgreementRow>> {
    return await fetchPage(context.rows, await context.agreements.list(filter ?? {}), page);
  }

  @FieldResolver(() => AgreementState, {
    description: "状态；期满由今日算得。State; a term that is over is judged by the day.",
  })
  state(@Root() agreement: AgreementRow, @Ctx() context: ResourcesContext): AgreementState {
    return stateOn(agreement, shanghaiDay(context.clock()));
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "所属委员会。The committee under which it is made.",
  })
  committee(@Root() agreement: AgreementRow): CommitteeRef {
    return { id: agreement.committeeId };
  }

  @FieldResolver(() => [AgreementPartyType], { description: "各方，按序。Its parties, in order." })
  parties(
    @Root() agreement: AgreementRow,
    @Ctx() context: ResourcesContext,
  ): Promise<AgreementPartyRow[]> {
    return context.agreementParties.ofAgreement.load(agreement.id);
  }

  @FieldResolver(() => [CommitmentType], {
    description: "承诺事项，按序。What the parties commit themselves to, in order.",
  })
  commitments(
    @Root() agreement: AgreementRow,
    @Ctx() context: ResourcesContext,
  ): Promise<CommitmentRow[]> {
    return context.commitments.ofAgreement.load(agreement.id);
  }

  @Mutation(() => DraftAgreementPayload, {
    description:
      "草拟协议（一方的联络员，或主持该委员会者）。Drafts an agreement; for a party's liaison or who runs the committee.",
  })
  async draftAgreement(
    @Arg("input", () => DraftAgreementInput) input: DraftAgreementInput,
    @Ctx() context: ResourcesContext,
  ): Payload {
    return { agreement: await service.draftAgreement(context, input) };
  }

  @Mutation(() => ReviseAgreementPayload, {
    description: "修改草拟中的协议。Changes an agreement that is still a draft.",
  })
  async reviseAgreement(
    @Arg("input", () => ReviseAgreementInput) input: ReviseAgreementInput,
    @Ctx() context: ResourcesContext,
  ): Payload {
    return { agreement: await service.reviseAgreement(context, input) };
  }

  @Mutation(() => ProposeAgreementPayload, {
    description:
      "提出协议：文本自此固定，待各方签署。Proposes a draft: from now on its text is fixed and the parties sign.",
  })
  async proposeAgreement(
    @Arg("input", () => ProposeAgreementInput) input: ProposeAgreementInput,
    @Ctx() context: ResourcesContext,
  ): Payload {
    return { agreement: await service.proposeAgreement(context, input) };
  }

  @Mutation(() => WithdrawProposalPayload, {
    description: "撤回尚无人签署的协议，复为草拟。Takes back a proposal that nobody has signed.",
  })
  async withdrawProposal(
    @Arg("input", () => WithdrawProposalInput) input: WithdrawProposalInput,
    @Ctx() context: ResourcesContext,
  ): Payload {
    return { agreement: await service.withdrawProposal(context, input) };
  }

  @Mutation(() => TerminateAgreementPayload, {
    description:
      "终止生效中或待签署的协议，附原因。Ends an agreement in force, or a proposal, with a reason.",
  })
  async terminateAgreement(
    @Arg("input", () => TerminateAgreementInput) input: TerminateAgreementInput,
    @Ctx() context: ResourcesContext,
  ): Payload {
    return { agreement: await service.terminateAgreement(context, input) };
  }
}

/** The agreements of an organisation: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationAgreementsResolver {
  @FieldResolver(() => AgreementConnection, {
    description: "该单位为一方的协议。Agreements that it is a party of, newest first.",
  })
  agreements(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<AgreementRow>> {
    return context.agreements.ofOrganization.page(organization.id, page);
  }
}

/** The agreements of a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeAgreementsResolver {
  @FieldResolver(() => AgreementConnection, {
    description: "该委员会下的协议。Agreements made under it, newest first.",
  })
  agreements(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<AgreementRow>> {
    return context.agreements.ofCommittee.page(committee.id, page);
  }
}
