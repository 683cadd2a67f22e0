import type { Database } from "@alliance-hub/platform/database/connect";
import { readScopesOf } from "@alliance-hub/platform/directory/partner-key";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import type { Log } from "@alliance-hub/platform/log/log";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import type { Webhooks } from "@alliance-hub/platform/webhooks/webhooks";
import type { ActivityUpdateContext } from "../../nouns/activity-update/activity-update.loaders.ts";
import type { WebhookEndpointTables } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import { LANGUAGES, type MailLanguage } from "../../vocabulary/mail-language.ts";
import type { AttemptContext } from "./attempt.ts";

/** What the outbox needs of a call. */
export interface OutboxContext extends AttemptContext, Pick<ActivityUpdateContext, "updates"> {}

/** The subgraph that the outbox delivers for. */
export interface OutboxHost {
  /** The schema of PostgreSQL, which is the name of the subgraph, too. */
  readonly schema: string;
  readonly log: Log;
  readonly webhooks: Webhooks;
  readonly createContext: (
    database: Database<WebhookEndpointTables>,
    request: SubgraphRequest,
  ) => OutboxContext;
}

/** What the outbox works with when it looks for work. */
export interface OutboxWork extends OutboxHost {
  readonly database: Database<WebhookEndpointTables>;
  /** Fires when the outbox ends, or its worker is lost. */
  readonly signal: AbortSignal;
}

/** Whose endpoint it is, and the partner system on whose key it stands. */
export interface EndpointOwner {
  readonly organizationId: string;
  readonly partnerSubject: string | null;
  /** In which the endpoint wants notices; null if it takes none. */
  readonly language: MailLanguage | null;
}

/**
 * The contexts of endpoints' owners, one for all deliveries of an owner that are attempted together, so that their
 * messages are read together. Messages name records of other subgraphs, but only those that the owner may read.
 */
export function ownerContexts(work: OutboxWork): (of: EndpointOwner) => Promise<OutboxContext> {
  const made = new Map<string, Promise<OutboxContext>>();
  return ({ organizationId, partnerSubject, language }) => {
    const key = JSON.stringify([organizationId, partnerSubject, language]);
    const context =
      made.get(key) ??
      readScopesOf(work.database.rows, partnerSubject).then((scopes) =>
        contextOf(work, organizationId, { scopes, language }),
      );
    made.set(key, context);
    return context;
  };
}

/** A context for an endpoint's organisation, with its present standing. */
export async function contextOf(
  { createContext, database, signal }: OutboxWork,
  organizationId: string,
  {
    scopes,
    language = null,
  }: { readonly scopes: readonly string[]; readonly language?: MailLanguage | null },
): Promise<OutboxContext> {
  const standing = await readStanding(database.rows, { organizationId });
  const viewer = { kind: "PARTNER" as const, subject: "webhooks", ...standing, roles: [], scopes };
  const request = { viewer, requestId: "webhooks", signal };
  return createContext(database, { ...request, language: LANGUAGES[language ?? "ZH_CN"] });
}
