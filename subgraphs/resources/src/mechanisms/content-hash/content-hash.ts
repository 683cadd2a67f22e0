import { createHash } from "node:crypto";

/** The part of an agreement that its content hash covers. */
export interface AgreementText {
  readonly title: string;
  readonly termFrom: string;
  readonly termTo: string;
  readonly committeeId: string;
  /** Organisations, in order. */
  readonly parties: readonly string[];
  /** In order. */
  readonly commitments: readonly {
    readonly organizationId: string;
    readonly clause: string;
    readonly resourceId: string | null;
    readonly timesPerYear: number | null;
  }[];
}

/**
 * SHA-256, in hexadecimal, of the text as canonical JSON (RFC 8785: names in order, no white
 * space), so that a party's own system can compute what it signs.
 */
export function contentHash(text: AgreementText): string {
  const { commitments, committeeId, parties, termFrom, termTo, title } = text;
  const canonical = {
    commitments: commitments.map(({ clause, organizationId, resourceId, timesPerYear }) => ({
      clause,
      organizationId,
      resourceId,
      timesPerYear,
    })),
    committeeId,
    parties,
    termFrom,
    termTo,
    title,
  };
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}
