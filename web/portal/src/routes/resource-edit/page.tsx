import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { EditResourcePageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { EditForm } from "./edit-form.tsx";

const route = getRouteApi("/resources/$id/edit");

/** What a unit changes of something that it shares. */
export function EditResourcePage() {
  const { id } = route.useParams();
  const units = unitsOf(useViewer());
  const query = useAsk(EditResourcePageDocument, { id });
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
            <h1>修改资源</h1>
            <EditForm resource={resource} />
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}
