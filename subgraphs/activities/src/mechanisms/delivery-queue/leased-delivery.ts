/** A delivery that is being attempted, with all of its endpoint that this takes. */
export interface LeasedDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly organizationId: string;
  readonly address: string;
  /** Null for a test. */
  readonly updateId: string | null;
  /** Attempts that failed since it was last begun with. */
  readonly failures: number;
  readonly sealedSecret: string;
  readonly sealedPreviousSecret: string | null;
  readonly previousSecretUntil: Date | null;
  /** The partner system that set the endpoint up; null for a person. */
  readonly partnerSubject: string | null;
  /** Whether who set the endpoint up is a person, or a partner system whose key still lets it read. */
  readonly isVouchedFor: boolean;
  /** Only whoever holds it writes down what came of the attempt. */
  readonly leaseId: string;
}

/** How long a delivery is one worker's, in milliseconds: longer than an attempt may take. */
export const LEASE_MS = 30_000;
