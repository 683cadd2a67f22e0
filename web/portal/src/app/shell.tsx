import { Outlet } from "@tanstack/react-router";
import { useSession } from "@alliance-hub/web-shared/session.ts";
import { useAsk } from "../graph/query-client.ts";
import { PortalViewerDocument } from "../graph/generated/graphql.ts";
import { AwayNotice } from "./away-notice.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { LiveNotices } from "./live-notices.tsx";
import { useLiveUpdates } from "./live-updates.ts";
import { PageTitle } from "./page-title.tsx";
import { SideBar } from "./side-bar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useWide } from "./use-width.ts";
import { PlaceContext, ViewerContext, isSomebody, placeOf } from "./viewer.ts";

/** What is around every page: the bars, the page, and who is looking. */
export function Shell() {
  const { session, subject: last } = useSession();
  const subject = session && last;
  const { data, isPending } = useAsk(PortalViewerDocument, {});
  const isWide = useWide();
  return (
    <ViewerContext value={data?.viewer ?? undefined}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <PageTitle />
      {!isPending && <LiveUpdates key={subject} from={data?.activityUpdatesSince?.endPosition} />}
      {session && isSomebody(data?.viewer) && (
        <LiveNotices key={`notices of ${subject}`} from={data?.noticesSince?.endPosition} />
      )}
      <TopBar />
      <AwayNotice />
      <ConnectionNotice />
      <PlaceContext value={data && placeOf(data)}>
        <div className={isWide ? "with-side" : ""}>
          {isWide && <SideBar />}
          <main id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </PlaceContext>
    </ViewerContext>
  );
}

/** Anew for whoever signs in: others may see other updates. */
function LiveUpdates({ from }: { readonly from: string | undefined }) {
  useLiveUpdates(from);
  return null;
}
