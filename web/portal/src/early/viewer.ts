import { isCurrent, readKeptSession } from "@alliance-hub/web-shared/kept-session.ts";
import { PortalViewerDocument, type PortalViewerQuery } from "../graph/generated/graphql.ts";
import { requestOf } from "../graph/request.ts";

/** What was asked while the scripts of the page were still coming. */
export interface EarlyViewer {
  /** With which it was asked; undefined if nobody is signed in. */
  readonly token: string | undefined;
  /** Undefined where it could not be had: then it is asked as everything else is. */
  readonly answer: Promise<PortalViewerQuery | undefined>;
}

declare global {
  interface Window {
    allianceHubViewer?: EarlyViewer;
  }
}

/** Asks who is looking, since every page needs to know that first. A token that is to be renewed is left alone. */
export function askEarly(): void {
  const session = readKeptSession();
  if (session && !isCurrent(session)) return;
  const token = session?.token;
  window.allianceHubViewer = { token, answer: ask(token).catch(() => undefined) };
}

async function ask(token: string | undefined): Promise<PortalViewerQuery | undefined> {
  const response = await fetch("/graphql", requestOf(PortalViewerDocument, {}, token));
  const { data, errors } = (await response.json()) as {
    readonly data?: PortalViewerQuery | null;
    readonly errors?: unknown;
  };
  return errors === undefined ? (data ?? undefined) : undefined;
}
