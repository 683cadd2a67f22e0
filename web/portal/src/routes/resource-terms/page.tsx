import "./resource-terms.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { ResourceTermsPageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { HoursForm } from "./hours-form.tsx";
import { PlaceForm } from "./place-form.tsx";
import { RulesForm } from "./rules-form.tsx";

const route = getRouteApi("/resources/$id/terms");

/** Where it is, when it is open and how it is booked: each is saved by itself. */
export function ResourceTermsPage() {
  const { id } = route.useParams();
  const units = unitsOf(useViewer());
  const query = useAsk(ResourceTermsPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ resource }) =>
        resource && units.some((unit) => unit.id === resource.provider?.id) ? (
          <div className="page narrow">
            <p className="trail">
              <Link to="/resources/$id" params={{ id }}>
                {resource.title}
              </Link>
            </p>
            <h1>地址、开放时间和规则</h1>
            <p className="muted">三部分各自保存。已有的预约不受影响。</p>
            {resource.kind === "VENUE" && (
              <section className="panel stack">
                <h2>地址和条件</h2>
                <PlaceForm resource={resource} />
              </section>
            )}
            <section className="panel stack">
              <h2>开放时间</h2>
              <HoursForm resource={resource} />
            </section>
            <section className="panel stack">
              <h2>预约规则</h2>
              <RulesForm resource={resource} />
            </section>
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}
