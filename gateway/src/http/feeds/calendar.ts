import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { translateDatabaseFault } from "@alliance-hub/platform/errors/database-fault";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { ExecutionResult } from "graphql";
import type { Kysely } from "kysely";
import type { Engine } from "../../engine/engine.ts";
import { withinDeadline } from "../../engine/transport/deadline.ts";
import {
  CONTENT_QUERY,
  type FeedContent,
  type FeedOwner,
  type FeedQuery,
  OWNER_QUERY,
} from "./feed-query.ts";
import { isUnanswered } from "../errors/unanswered.ts";
import { viewerOf } from "./owner-viewer.ts";
import type { Rendering } from "./renderings.ts";
import { type RevisedContent, revise } from "./revisions.ts";

/** What a feed is read from. */
export interface CalendarSource {
  readonly engine: Engine;
  readonly rows: Kysely<DirectoryTables>;
  readonly render: (content: RevisedContent) => Rendering;
}

/** A calendar as it is served. */
export interface Calendar extends Rendering {
  readonly feedId: string;
}

/** A subgraph did not answer, or not completely. An incomplete calendar would make subscribers lose entries. */
export class IncompleteCalendar extends Error {
  constructor(readonly faults: NonNullable<ExecutionResult["errors"]>) {
    super("The calendar could not be read in full");
    this.name = "IncompleteCalendar";
  }
}

const READING = { kind: "query", data: null } as const;

/** Whether a calendar could not be read because a database or a subgraph is away. */
export function isAway(error: unknown): boolean {
  if (error instanceof IncompleteCalendar)
    return isUnanswered({ ...READING, errors: error.faults });
  const known = translateDatabaseFault(error, {});
  return known instanceof HubError && isUnanswered({ ...READING, errors: [known] });
}

/**
 * The calendar that a secret opens, as its owner may see it now.
 *
 * @returns undefined if the secret opens no calendar.
 * @throws IncompleteCalendar
 */
export async function readCalendar(
  source: CalendarSource,
  secret: string,
  request: Omit<SubgraphRequest, "viewer">,
): Promise<Calendar | undefined> {
  const ask = async <T>(
    query: FeedQuery,
    viewer: SubgraphRequest["viewer"],
  ): Promise<T | undefined> => {
    const prepared = await source.engine.prepare(query);
    const { data, errors } = await prepared.execute({ secret }, { ...request, viewer });
    if (!data || errors?.length) throw new IncompleteCalendar(errors ?? []);
    return (data["calendarFeed"] as T | null) ?? undefined;
  };
  const owner = await ask<FeedOwner>(OWNER_QUERY, ANONYMOUS);
  const viewer =
    owner && (await withinDeadline("gateway", request.signal, viewerOf(source.rows, owner)));
  if (!viewer) return undefined;
  const content = await ask<FeedContent>(CONTENT_QUERY, viewer);
  if (!content) return undefined;
  const revised = await withinDeadline(
    "gateway",
    request.signal,
    revise(source.rows, owner.id, content),
  );
  return { feedId: owner.id, ...source.render(revised) };
}
