import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type {
  AwaitingSeriesFragment,
  BookingOfListFragment,
} from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";
import { DecideSeries } from "./decide-series.tsx";
import { showAnswered, showAwaiting } from "./together.ts";

interface SeriesRowProps {
  readonly series: AwaitingSeriesFragment;
  /** Its first date that is listed. */
  readonly first: BookingOfListFragment;
  /** How many of its dates are listed here. */
  readonly listed: number;
  /** Called once they were decided about. @param words what came of it. */
  readonly onAnswered: (words: string) => void;
  /** The rows of those dates, to be decided about one by one. */
  readonly children: ReactNode;
}

/** The dates of a series that await an answer, as one: decided about together unless somebody opens it. */
export function SeriesRow({ series, first, listed, onAnswered, children }: SeriesRowProps) {
  const { resource, organization, purpose } = first;
  const { awaiting } = series;
  const title = resource?.title ?? "已撤下的资源";
  const of = `${organization?.name ?? "已注销的单位"} ${title}`;
  return (
    <li className="row series-row">
      <div className="row-main">
        <p className="row-title">
          {resource ? (
            <Link to="/resources/$id" params={{ id: resource.id }} search={{}}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p>{showAwaiting(series)}</p>
        <p className="muted">
          <OrganizationLink organization={organization} none="已注销的单位" />
          {purpose !== null && ` · ${purpose}`}
        </p>
      </div>
      <StateMark tone="wait">{BOOKING_STATES.REQUESTED}</StateMark>
      <div className="buttons">
        <DecideSeries
          series={series}
          of={of}
          done={async (ids, isConfirmed) =>
            onAnswered(`${showAnswered(ids.length, isConfirmed)}：${of}`)
          }
        />
      </div>
      <details className="series-dates-each">
        <summary>逐次查看和答复（{awaiting.length} 次）</summary>
        <ul className="rows">{children}</ul>
        {awaiting.length > listed && (
          <p className="muted">还有 {awaiting.length - listed} 次在后面，看下去就有。</p>
        )}
      </details>
    </li>
  );
}
