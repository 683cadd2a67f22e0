import type { MailLanguage } from "../../vocabulary/mail-language.ts";
import type { Robot } from "@alliance-hub/platform/webhooks/robots";

/** A delivery that is being attempted, with everything of its endpoint that the attempt needs. */
export interface LeasedDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly organizationId: string;
  readonly kind: "WEBHOOK" | Robot;
  readonly address: string;
  /** Whether `updateId` is that of a notice. */
  readonly ofNotice: boolean;
  /** In which the endpoint wants notices; null if it takes none. */
  readonly language: MailLanguage | null;
  /** Null for a test. */
  readonly updateId: string | null;
  /** In the update log; null for a test. */
  readonly updateNumber: number | null;
  /** Failed attempts since it was last started. */
  readonly failures: number;
  readonly sealedSecret: string;
  readonly sealedPreviousSecret: string | null;
  readonly previousSecretUntil: Date | null;
  /** The partner system that set the endpoint up; null for a person. */
  readonly partnerSubject: string | null;
  /** Whether the endpoint was set up by a person, or by a partner system whose key still permits reading. */
  readonly isVouchedFor: boolean;
  /** Only whoever holds it writes down what came of the attempt. */
  readonly leaseId: string;
}

/** How long a lease lasts, in milliseconds: longer than an attempt may take. */
export const LEASE_MS = 30_000;
