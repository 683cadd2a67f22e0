import { insertRows } from "@alliance-hub/demonstration/load";
import { type Kysely, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import type { DemonstrationAgreement } from "./agreements.ts";

/**
 * Takes agreements through their steps, as the triggers require: drafted, proposed, signed, and active once all
 * have signed.
 */
export async function loadAgreements(
  rows: Kysely<ResourcesTables>,
  agreements: readonly DemonstrationAgreement[],
): Promise<void> {
  await insertRows(
    rows,
    "agreement",
    agreements.map(({ agreement }) => agreement),
  );
  await insertRows(
    rows,
    "agreementParty",
    agreements.flatMap(({ parties }) => parties),
  );
  await insertRows(
    rows,
    "commitment",
    agreements.flatMap(({ commitments }) => commitments),
  );
  await proceed(rows, agreements);
}

/**
 * Proposes what has been proposed by now, signs for the sides that have signed, and brings into force what all have
 * signed, as far as nobody has changed the agreement since.
 */
export async function proceed(
  rows: Kysely<ResourcesTables>,
  agreements: readonly DemonstrationAgreement[],
): Promise<void> {
  const proposed = agreements.flatMap(({ agreement: { id }, hash, proposedAt: at }) =>
    at === null ? [] : { id, hash, at },
  );
  await sql`
    update agreement set state = 'PROPOSED', content_hash = hash, proposed_at = at, updated_at = at
    from unnest(
      ${proposed.map(({ id }) => id)}::uuid[],
      ${proposed.map(({ hash }) => hash)}::text[],
      ${proposed.map(({ at }) => at)}::timestamptz[]
    ) as proposed (id, hash, at)
    where agreement.id = proposed.id and agreement.version = 1 and agreement.state = 'DRAFT'`.execute(
    rows,
  );
  const signed = agreements.flatMap(({ signatures, parties }) =>
    parties.slice(0, signatures.length).map((party, at) => ({ ...party, ...signatures[at] })),
  );
  await sql`
    update agreement_party set signed_at = signature.at, signed_by = signature.by, signed_hash = agreement.content_hash
    from unnest(
      ${signed.map(({ agreementId }) => agreementId)}::uuid[],
      ${signed.map(({ organizationId }) => organizationId)}::uuid[],
      ${signed.map(({ at }) => at)}::timestamptz[],
      ${signed.map(({ by }) => by)}::text[]
    ) as signature (agreement_id, organization_id, at, by)
    join agreement on agreement.id = signature.agreement_id
    where agreement_party.agreement_id = signature.agreement_id and agreement_party.organization_id = signature.organization_id
      and agreement_party.signed_at is null and agreement.version = 1 and agreement.state = 'PROPOSED'`.execute(
    rows,
  );
  await sql`
    update agreement set state = 'ACTIVE', activated_at = last, updated_at = last
    from (
      select agreement_id, max(signed_at) as last from agreement_party
      where agreement_id = any (${agreements.map(({ agreement }) => agreement.id)}::uuid[]) group by agreement_id
      having count(*) = count(signed_at)
    ) as complete
    where agreement.id = complete.agreement_id and agreement.state = 'PROPOSED'`.execute(rows);
}
