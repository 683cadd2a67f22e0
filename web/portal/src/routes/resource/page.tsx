import { Link, getRouteApi } from "@tanstack/react-router";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { useAsk } from "../../graph/query-client.ts";
import { ResourcePageDocument } from "../../graph/generated/graphql.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import { addDays, dayOf, instantAt, mondayOf } from "../../words/time.ts";
import { BookingForm } from "./booking-form.tsx";
import { Week } from "./week.tsx";

const route = getRouteApi("/resources/$id");

/** What it is and where; a week of it as a picture, and a form beside it that works without the picture. */
export function ResourcePage() {
  const { id } = route.useParams();
  const { day = dayOf(new Date()) } = route.useSearch();
  const monday = mondayOf(day);
  const during = { start: instantAt(monday, "00:00"), end: instantAt(addDays(monday, 7), "00:00") };
  const query = useAsk(ResourcePageDocument, { id, during }, { keepsPrevious: true });
  return (
    <Loaded query={query}>
      {({ resource }) =>
        resource ? (
          <div className="page">
            <p className="trail">
              <Link to="/resources">资源</Link>
            </p>
            <h1>{resource.title}</h1>
            <p className="card-facts">
              <span>{RESOURCE_KINDS[resource.kind]}</span>
              {resource.capacity !== null && (
                <span>
                  容量 {resource.capacity}
                  {resource.unit ?? ""}
                </span>
              )}
              <span>
                {resource.provider?.name}
                {resource.provider?.region && ` · ${resource.provider.region.name}`}
              </span>
            </p>
            {resource.description !== null && <p className="lead">{resource.description}</p>}
            {resource.state === "WITHDRAWN" && (
              <p className="notice notice-wait">已撤下：{resource.withdrawReason}</p>
            )}
            <div className="beside">
              <Week resource={resource} monday={monday} />
              {resource.state === "PUBLISHED" && <BookingForm resource={resource} />}
            </div>
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}
