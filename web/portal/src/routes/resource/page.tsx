import "./resource.css";
import { getRouteApi } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { BackTo } from "../../components/back-to.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { ResourcePageDocument } from "../../graph/generated/graphql.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import { type Day, addDays, dayOf, daysBetween, instantAt } from "../../words/time.ts";
import { Corrections } from "../audit/corrections.tsx";
import { Facts } from "./facts.tsx";
import { Terms } from "./terms.tsx";
import { OwnerActions } from "./owner-actions.tsx";
import { BookingPanel } from "./booking-panel.tsx";
import { Week } from "./week.tsx";

const route = getRouteApi("/resources/$id");

/** So many days from today are searched for times at which it cannot be used. */
const DAYS_AHEAD = 28;

/** What it is and where; a week of it as a picture, and a form beside it that works without the picture. */
export function ResourcePage() {
  const { id } = route.useParams();
  const { day = dayOf(new Date()) } = route.useSearch();
  const units = unitsOf(useViewer());
  const first = firstDayWith(day);
  const during = { start: instantAt(first, "00:00"), end: instantAt(addDays(first, 7), "00:00") };
  const today = dayOf(new Date());
  const ahead = {
    start: instantAt(today, "00:00"),
    end: instantAt(addDays(today, DAYS_AHEAD), "00:00"),
  };
  const query = useAsk(ResourcePageDocument, { id, during, ahead }, { keepsPrevious: true });
  const isOwn = (providerId: string | undefined): boolean =>
    units.some((unit) => unit.id === providerId);
  return (
    <Loaded query={query}>
      {({ resource }) =>
        resource?.id === id ? (
          <div className="page">
            <BackTo list="/resources">资源</BackTo>
            <h1>{resource.title}</h1>
            {isOwn(resource.provider?.id) && <OwnerActions resource={resource} />}
            {resource.state === "WITHDRAWN" && (
              <p className="notice notice-wait">已撤下：{resource.withdrawReason}</p>
            )}
            {BOOKABLE_KINDS.includes(resource.kind) ? (
              <div className="beside resource">
                {resource.state === "PUBLISHED" && <BookingPanel resource={resource} />}
                <Facts resource={resource} />
                <Terms resource={resource} isOwn={isOwn(resource.provider?.id)} />
                <Week resource={resource} first={first} />
              </div>
            ) : (
              <>
                <Facts resource={resource} />
                <p className="muted">
                  这类资源不按时间预约，需要时请联系提供单位：点它的名称，页面上有联系方式。
                </p>
              </>
            )}
            <Corrections record={resource.id} />
          </div>
        ) : resource ? (
          <div className="loading" role="status" aria-label="正在读取" />
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}

/** The first of the seven days that a day is shown with: counted from today, since nobody books what is over. */
function firstDayWith(day: Day): Day {
  const today = dayOf(new Date());
  return addDays(today, Math.floor(daysBetween(today, day) / 7) * 7);
}
