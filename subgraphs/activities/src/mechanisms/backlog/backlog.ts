import type { Backlog } from "@alliance-hub/platform/subgraph/backlog";
import type { Kysely } from "kysely";
import { readMailBacklog } from "../mail-outbox/backlog.ts";
import { NOTICES } from "../notice-log/notice-log.ts";
import { readUnsent } from "../numbered-log/unsent.ts";
import { UPDATES } from "../update-log/update-log.ts";
import { readWebhookBacklog } from "../webhooks/backlog.ts";

/** What this process knows of the work that waits. */
export interface BacklogQuestion {
  /** The number up to which its subscribers have all updates; undefined if nobody follows them. */
  readonly updatesTold: number | undefined;
  /** The same of notices. */
  readonly noticesTold: number | undefined;
  /** Whether there is a mail server. Without one, nothing waits to be sent. */
  readonly isMailOn: boolean;
}

/** Entries of both logs that wait for subscribers, deliveries that wait, and mail. */
export async function readBacklog<DB>(
  rows: Kysely<DB>,
  { updatesTold, noticesTold, isMailOn }: BacklogQuestion,
): Promise<Backlog> {
  const [updates, notices, webhooks, mail] = await Promise.all([
    readUnsent(rows, UPDATES, updatesTold),
    readUnsent(rows, NOTICES, noticesTold),
    readWebhookBacklog(rows),
    isMailOn ? readMailBacklog(rows) : { count: 0, seconds: 0 },
  ]);
  return { updates, notices, webhooks, mail };
}
