import "./merge.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { operates } from "../../../app/roles.ts";
import { useViewer } from "../../../app/viewer.ts";
import { Loaded } from "../../../components/loaded.tsx";
import { Lost } from "../../../components/lost.tsx";
import { OrganizationField } from "../../../components/organization-field.tsx";
import {
  MergeSideDocument,
  type MergeSidePartsFragment,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { chainAbove } from "../../../components/fields/place.ts";
import { NotForYou } from "../not-for-you.tsx";
import { OfficeHead } from "../office-head.tsx";
import { Preview } from "./preview.tsx";
import { Sides } from "./sides.tsx";

const route = getRouteApi("/office/organizations/$id/merge");

export type MergeSide = MergeSidePartsFragment;

/** Merges a unit into another one: both side by side, and what will follow, before it is done. */
export function MergeOrganizationPage() {
  const { id } = route.useParams();
  const query = useAsk(MergeSideDocument, { id });
  return (
    <Loaded query={query}>
      {({ organization }) => (organization ? <Merge from={organization} /> : <Lost />)}
    </Loaded>
  );
}

function Merge({ from }: { readonly from: MergeSide }) {
  const viewer = useViewer();
  const navigate = route.useNavigate();
  const { into: intoId } = route.useSearch();
  const { data } = useAsk(
    MergeSideDocument,
    { id: intoId ?? "" },
    { isEnabled: intoId !== undefined },
  );
  const into = intoId === undefined ? undefined : (data?.organization ?? undefined);
  if (!viewer) return null;
  return (
    <div className="page">
      <p className="trail">
        <Link to="/office/organizations/$id" params={{ id: from.id }}>
          {from.name}
        </Link>
      </p>
      <OfficeHead title="并入其他单位" />
      {!operates(viewer, from.region) ? (
        <NotForYou whom="平台管理员" />
      ) : (
        <>
          <div className="merge-field">
            <OrganizationField
              key={into?.id}
              label="并入哪个单位"
              value={into}
              regionCode={districtOf(from)}
              onChange={(chosen) => void navigate({ search: { into: chosen?.id }, replace: true })}
            />
          </div>
          {into ? (
            <>
              <Sides from={from} into={into} />
              <Preview key={into.id} from={from} into={into} />
            </>
          ) : (
            <p className="muted">选择以后，先看到哪些记录会转过去、有哪些须知，再决定。</p>
          )}
        </>
      )}
    </div>
  );
}

/** The code of the district of a unit: units of one alliance alone can become one. */
const districtOf = ({ region }: MergeSide): string | undefined =>
  region
    ? [...chainAbove(region), region].find(({ level }) => level === "DISTRICT")?.code
    : undefined;
