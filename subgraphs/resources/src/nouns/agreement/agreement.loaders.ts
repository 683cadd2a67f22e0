import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Directory } from "@alliance-hub/platform/directory/directory";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { byId, isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import { AgreementParty } from "../agreement-party/agreement-party.entity.ts";
import { Commitment } from "../commitment/commitment.entity.ts";
import type { ResourcesTables } from "../../database.ts";
import { Agreement, AgreementState, contentHash } from "./agreement.entity.ts";
import type { AgreementFilter } from "./agreement.input.ts";
import { canRead, readable } from "./agreement.policy.ts";

/** Columns that are read: all but those that only search uses. */
const COLUMNS = [
  "agreement.id",
  "agreement.version",
  "agreement.createdAt",
  "agreement.updatedAt",
  "agreement.committeeId",
  "agreement.title",
  "agreement.termFrom",
  "agreement.termTo",
  "agreement.state",
  "agreement.audience",
  "agreement.partyIds",
  "agreement.contentHash",
  "agreement.proposedAt",
  "agreement.activatedAt",
  "agreement.terminatedAt",
  "agreement.terminateReason",
  "agreement.regionCode",
  "agreement.regionPath",
  "agreement.allianceCode",
] as const;

/** An agreement as lists and loaders give it. */
export type AgreementRow = Omit<ResourcesTables["agreement"], "searchKey" | "searchGrams">;

/** Reads of agreements. */
export interface AgreementLoaders {
  readonly byId: DataLoader<string, AgreementRow | null>;
  list(filter: AgreementFilter): Promise<List<ResourcesTables, "agreement", AgreementRow>>;
  readonly ofOrganization: NestedPages<AgreementRow>;
  readonly ofCommittee: NestedPages<AgreementRow>;
}

/** Loaders of one call. */
export function createAgreementLoaders(
  context: BaseContext<ResourcesTables> & { readonly directory: Directory },
): AgreementLoaders {
  const { rows, viewer } = context;
  const all = () => rows.selectFrom("agreement").select(COLUMNS).where(readable(viewer));
  const order = newestFirst<AgreementRow>(sql.ref("agreement.id"));
  return {
    byId: byId((ids) =>
      all()
        .where(anyOf("agreement.id", ids, "uuid"))
        .execute(),
    ),
    list: async (filter) => {
      let query = all();
      for (const condition of conditions(filter, shanghaiDay(context.clock())))
        query = query.where(condition);
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            context.database.regionLevels,
            filter.regionCode,
            elementOf("agreement.regionPath"),
          ),
        );
      }
      return { name: "agreements", query, ...order };
    },
    ofOrganization: nestedPages({
      rows,
      list: { name: "organization.agreements", query: all(), ...order },
      parent: sql.ref("agreement.id"),
      parentType: "uuid",
      belongsTo: hasParty,
    }),
    ofCommittee: nestedPages({
      rows,
      list: { name: "committee.agreements", query: all(), ...order },
      parent: sql.ref("agreement.committeeId"),
      parentType: "uuid",
    }),
  };
}

/** The rule of `stateOn` as SQL. */
export function stateColumn(today: string): Expression<AgreementState> {
  return sql<AgreementState>`(case when agreement.state = 'ACTIVE' and agreement.term_to < ${today}::date then 'EXPIRED' else agreement.state end)`;
}

/** Through the table of parties, whose index gives one organisation's agreements in the list's order. */
function hasParty(organizationId: Expression<unknown>): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from agreement_party where agreement_party.agreement_id = agreement.id
    and agreement_party.organization_id = ${organizationId})`;
}

function conditions(filter: AgreementFilter, today: string): Expression<SqlBool>[] {
  const { committeeId, organizationId, expiringBefore, text } = filter;
  const found: Expression<SqlBool>[] = [];
  if (committeeId != null) found.push(isRecord("agreement.committeeId", committeeId));
  if (organizationId != null) {
    found.push(isId(organizationId) ? hasParty(sql`${organizationId}::uuid`) : sql<SqlBool>`false`);
  }
  const states = filter.states ?? (expiringBefore == null ? null : [AgreementState.ACTIVE]);
  if (states) found.push(sql<SqlBool>`${stateColumn(today)} = any(${states}::text[])`);
  if (expiringBefore != null) found.push(sql<SqlBool>`agreement.term_to < ${expiringBefore}::date`);
  if (text != null) found.push(textCondition("agreement", text));
  return found;
}

/**
 * The agreement, locked until the transaction ends: steps of one agreement happen one after another.
 *
 * @throws HubError `NOT_FOUND` for none that the viewer may see.
 */
export async function lockAgreement(
  context: BaseContext<ResourcesTables>,
  em: Work<ResourcesTables>["em"],
  id: string,
): Promise<Agreement> {
  const agreement = isId(id)
    ? await em.findOne(Agreement, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!agreement || !canRead(context.viewer, agreement)) throw notFound("Agreement", id);
  return agreement;
}

/** Parties and content hash of the text as the rows have it now, in the transaction that locked the agreement. */
export async function readText(
  em: Work<ResourcesTables>["em"],
  agreement: Agreement,
): Promise<{ parties: AgreementParty[]; hash: string }> {
  const ofAgreement = { agreementId: agreement.id };
  const parties = await em.find(AgreementParty, ofAgreement, { orderBy: { position: "asc" } });
  const commitments = await em.find(Commitment, ofAgreement, { orderBy: { position: "asc" } });
  const { title, termFrom, termTo, committeeId } = agreement;
  const organizations = parties.map((party) => party.organizationId);
  const hash = contentHash({
    title,
    termFrom,
    termTo,
    committeeId,
    parties: organizations,
    commitments,
  });
  return { parties, hash };
}
