import { Link } from "@tanstack/react-router";
import type { ResourcePageQuery } from "../../graph/generated/graphql.ts";
import { showRange } from "../../words/time.ts";
import { BlockResource } from "./block-resource.tsx";
import { LiftBlocking } from "./lift-blocking.tsx";
import { rulesInWords } from "./rules.ts";
import { WeekOfHours } from "./week-of-hours.tsx";

interface TermsProps {
  readonly resource: NonNullable<ResourcePageQuery["resource"]>;
  /** Whether the viewer acts for the unit that offers it. */
  readonly isOwn: boolean;
}

/** When it can be used and how it is booked; whoever offers it changes that here. */
export function Terms({ resource, isOwn }: TermsProps) {
  const { id, title, closures, blockings } = resource;
  const rules = rulesInWords(resource);
  const ahead = (blockings.nodes ?? []).filter(({ during }) => Date.parse(during.end) > Date.now());
  return (
    <section className="stack terms" aria-label="开放和预约规则">
      <div className="terms-columns">
        <div className="stack">
          <h2>开放时间</h2>
          <WeekOfHours resource={resource} />
        </div>
        <div className="stack">
          <h2>预约规则</h2>
          {rules.length === 0 && <p>没有别的规则，开放时间内空闲的都可以预约。</p>}
          <ul className="terms-list">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      </div>
      {(closures.length > 0 || (isOwn && ahead.length > 0)) && (
        <div className="stack">
          <h2>近期停用</h2>
          <ul className="terms-list">
            {isOwn
              ? ahead.map((blocking) => (
                  <li key={blocking.id} className="terms-blocking">
                    {showRange(blocking.during)} {blocking.reason}
                    <LiftBlocking blocking={blocking} title={title} />
                  </li>
                ))
              : closures.map((closure) => (
                  <li key={closure.start + closure.reason}>
                    {showRange(closure)} {closure.reason}
                  </li>
                ))}
          </ul>
        </div>
      )}
      {isOwn && (
        <div className="buttons">
          <Link to="/resources/$id/terms" params={{ id }} className="button">
            设置地址、开放时间和规则
          </Link>
          <BlockResource resource={resource} />
        </div>
      )}
    </section>
  );
}
