/** What a message is for. */
export const MailKind = { CODE: "CODE", AT_ONCE: "AT_ONCE", DAILY: "DAILY" } as const;
export type MailKind = (typeof MailKind)[keyof typeof MailKind];

/** What came of a message. */
export type MailOutcome = "SENT" | "WITHHELD" | "GIVEN_UP";

/** A message that is being sent. */
export interface LeasedMail {
  /** Part of the message's `Message-ID`, the same for each attempt: receivers drop doubles by it. */
  readonly id: string;
  readonly createdAt: Date;
  readonly subject: string;
  readonly kind: MailKind;
  readonly noticeIds: readonly string[];
  readonly failures: number;
  /** Only whoever holds it writes down what came of the attempt. */
  readonly leaseId: string;
}

/** How long a lease lasts, in milliseconds: longer than a mail server may take. */
export const LEASE_MS = 300_000;
