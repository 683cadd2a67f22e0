import { type Condition, condition, nothing } from "@alliance-hub/platform/conditions/condition";
import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import { currentOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { newestFirst } from "@alliance-hub/platform/pagination/list";
import { nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, WithDirectory, Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { type Expression, type SqlBool, sql } from "kysely";
import { contentHash } from "../../mechanisms/content-hash/content-hash.ts";
import type { AgreementParty } from "../agreement-party/agreement-party.entity.ts";
import { partiesOf } from "../agreement-party/agreement-party.loaders.ts";
import type { AgreementPartyLoaders } from "../agreement-party/agreement-party.loaders.ts";
import { commitmentsOf } from "../commitment/commitment.loaders.ts";
import type { CommitmentLoaders } from "../commitment/commitment.loaders.ts";
import type { ResourceContext, ResourceTables } from "../resource/resource.loaders.ts";
import { AgreementSchema, type Agreement, AgreementState } from "./agreement.entity.ts";
import type { AgreementFilter } from "./agreement.input.ts";
import { readable } from "./agreement.policy.ts";

/** An agreement as lists and loaders give it. */
export type AgreementRow = ReadRow<Agreement>;

interface AgreementTables extends TablesWith<"agreement", Agreement> {}

/** What agreements need of a call; commitments name resources. */
export interface AgreementContext
  extends
    BaseContext<AgreementTables & ResourceTables>,
    WithDirectory,
    Pick<ResourceContext, "resources"> {
  readonly agreements: AgreementLoaders;
  readonly agreementParties: AgreementPartyLoaders;
  readonly commitments: CommitmentLoaders;
}

/** Reads of agreements. */
export type AgreementLoaders = ReturnType<typeof createAgreementLoaders>;

/** Loaders of one call. */
export function createAgreementLoaders(context: BaseContext<AgreementTables>) {
  const agreements = recordReads(context, {
    table: "agreement",
    entity: AgreementSchema,
    readable: forViewer("agreement", context.viewer, readable),
  });
  const id = sql.ref("agreement.id");
  return {
    byId: agreements.byId,
    list: (filter: AgreementFilter) =>
      agreements.list("agreements", [
        ...conditions(filter, shanghaiDay(context.clock())),
        agreements.within(filter.regionCode),
      ]),
    ofOrganization: nestedPages({
      rows: context.rows,
      list: {
        name: "organization.agreements",
        query: agreements.all,
        ...newestFirst<AgreementRow>(id),
      },
      parent: id,
      parentType: "uuid",
      belongsTo: hasParty,
    }),
    ofCommittee: agreements.below("committee.agreements", "committeeId"),
  };
}

/** The rule of `stateOn` as SQL. */
export function stateColumn(today: string): Expression<AgreementState> {
  return sql<AgreementState>`(case when agreement.state = 'ACTIVE' and agreement.term_to < ${today}::date then 'EXPIRED' else agreement.state end)`;
}

/** By the table of parties, whose index returns the agreements of one organisation in the order of the list. */
function hasParty(organizationId: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from agreement_party where agreement_party.agreement_id = agreement.id
    and agreement_party.organization_id = ${organizationId})`;
}

function conditions(
  {
    committeeId,
    organizationId,
    awaitingSignatureOf,
    expiringBefore,
    text,
    states,
  }: AgreementFilter,
  today: string,
): (Condition | undefined)[] {
  const wanted = states ?? (expiringBefore == null ? null : [AgreementState.ACTIVE]);
  return [
    isRecord("agreement.committeeId", committeeId),
    organizationId == null ? undefined : isPartyOf(organizationId),
    awaitingSignatureOf == null ? undefined : awaitsSignatureOf(awaitingSignatureOf),
    wanted ? hasState(today, wanted) : undefined,
    expiringBefore == null ? undefined : endsBefore(expiringBefore),
    textCondition("agreement", text),
  ];
}

const isPartyOf = (id: string): Condition =>
  isId(id) ? condition("party", [id], (party) => hasParty(currentOrganization(party))) : nothing;

const awaitsSignatureOf = (id: string): Condition =>
  isId(id)
    ? condition(
        "awaits signature",
        [id],
        (party) => sql<SqlBool>`agreement.state = 'PROPOSED'
          and exists (select from agreement_party where agreement_party.agreement_id = agreement.id
            and agreement_party.organization_id = ${currentOrganization(party)} and agreement_party.signed_at is null)`,
      )
    : nothing;

const hasState = (today: string, wanted: readonly string[]): Condition =>
  condition(
    "state on",
    [today, wanted],
    (day, states) => sql<SqlBool>`${stateColumn(day)} = any(${states}::text[])`,
  );

const endsBefore = (day: string): Condition =>
  condition("ends before", [day], (value) => sql<SqlBool>`agreement.term_to < ${value}::date`);

/** The id by which the text names an organisation: a merger changes no text that was proposed. */
const textId = ({
  organizationId,
  textOrganizationId,
}: {
  readonly organizationId: string;
  readonly textOrganizationId: string | null;
}): string => textOrganizationId ?? organizationId;

/** Parties and content hash of the text as it is stored now, in the transaction that locked the agreement. */
export async function readText(
  em: Work<unknown>["em"],
  agreement: Agreement,
): Promise<{ parties: readonly Readonly<AgreementParty>[]; hash: string }> {
  const parties = await partiesOf(em, agreement.id);
  const commitments = await commitmentsOf(em, agreement.id);
  const { title, termFrom, termTo, committeeId } = agreement;
  const organizations = parties.map(textId);
  const hash = contentHash({
    title,
    termFrom,
    termTo,
    committeeId,
    parties: organizations,
    commitments: commitments.map((one) => ({ ...one, organizationId: textId(one) })),
  });
  return { parties, hash };
}
