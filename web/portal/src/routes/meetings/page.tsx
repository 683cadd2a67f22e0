import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { Choice } from "../../components/choice.tsx";
import { CommitteeField } from "../../components/committee-field.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { SearchLine } from "../../components/search-line.tsx";
import { MeetingsPageDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage, usePages } from "../../graph/use-pages.ts";
import { MeetingRow } from "./meeting-row.tsx";
import { type MeetingSearch, meetingFilterOf } from "./search.ts";

const route = getRouteApi("/meetings");

/** Joint meetings with what they talk about: those ahead, the next one first, or those that were held. */
export function MeetingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const change = (changed: Partial<MeetingSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <header className="page-head">
        <h1>会议</h1>
        {unitsOf(viewer).length > 0 && (
          <Link
            to="/activities/new"
            search={{ kind: "MEETING", committee: search.committee }}
            className="button button-main"
          >
            安排会议
          </Link>
        )}
      </header>
      <Filters of={search}>
        <Choice
          label="时间"
          options={{ ahead: "今天及以后", past: "以前的" }}
          value={search.time ?? "ahead"}
          onChange={(time) => change({ time: time === "past" ? time : undefined })}
        />
        <CommitteeField
          label="委员会"
          place={search.place}
          value={search.committee}
          onChange={(committee) => change({ committee })}
        />
        <PlaceField label="地区" value={search.place} onChange={(place) => change({ place })} />
        <SearchLine
          value={search.text}
          onSearch={(text) => change({ text })}
          placeholder="名称、主题"
        />
      </Filters>
      {viewer && (search.time === "past" ? <Past search={search} /> : <Ahead search={search} />)}
    </div>
  );
}

function Past({ search }: { readonly search: MeetingSearch }) {
  const filter = meetingFilterOf(search, usePlace());
  const pages = usePages(MeetingsPageDocument, { filter }, ({ activities }) => activities);
  return (
    <Paged pages={pages} empty={<Empty title="没有符合条件的会议">去掉一些筛选条件。</Empty>}>
      {(meetings) => (
        <ul className="rows" aria-label="会议">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
    </Paged>
  );
}

/** The graph gives the latest first; what comes next is wanted first, so all of them are read. */
function Ahead({ search }: { readonly search: MeetingSearch }) {
  const filter = meetingFilterOf(search, usePlace());
  const pages = useEveryPage(MeetingsPageDocument, { filter }, ({ activities }) => activities);
  return (
    <Paged
      pages={{ ...pages, hasMore: false }}
      empty={
        <Empty title="还没有安排会议">
          会议由委员会的书记安排；已经开过的，请在“时间”里选“以前的”。
        </Empty>
      }
    >
      {(meetings) => (
        <ul className="rows" aria-label="会议">
          {meetings
            .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
            .map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
        </ul>
      )}
    </Paged>
  );
}
