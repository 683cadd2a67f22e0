import { sessionState } from "@alliance-hub/web-shared/session.ts";
import { PortalViewerDocument } from "../graph/generated/graphql.ts";
import { ask } from "../graph/ask.ts";
import { keyOf, queryClient } from "../graph/query-client.ts";

/** Takes over what was asked before the scripts were there, if the same person is still looking. */
export function takeEarlyViewer(): void {
  const early = window.allianceHubViewer;
  delete window.allianceHubViewer;
  if (!early || early.token !== sessionState().session?.token) return;
  void queryClient.prefetchQuery({
    queryKey: keyOf(PortalViewerDocument, {}),
    queryFn: async () => (await early.answer) ?? (await ask(PortalViewerDocument, {})),
  });
}
