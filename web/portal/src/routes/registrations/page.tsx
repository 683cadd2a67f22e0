import { Link, getRouteApi } from "@tanstack/react-router";
import { unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Filters } from "../../components/filters.tsx";
import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { RegistrationRows } from "./registration-rows.tsx";
import {
  type RegistrationFilter,
  type RegistrationState,
  RegistrationsPageDocument,
} from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { REGISTRATION_STATES } from "../../words/labels.ts";
import { OwnRegistrations } from "./own.tsx";
import { type RegistrationSearch, registrationFilterOf } from "./search.ts";

const route = getRouteApi("/registrations");

/** Units that report to the community where they sit: the viewer's own, then all that they may see. */
export function RegistrationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const change = (changed: Partial<RegistrationSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <div className="page-head">
        <h1>双报到</h1>
        <Link to="/registrations/balance" search={search.place ? { place: search.place } : {}}>
          各社区报到的均衡情况
        </Link>
      </div>
      {unitsOf(viewer).length > 0 && <OwnRegistrations />}
      <section className="stack">
        <h2>各地的报到</h2>
        <Filters of={search}>
          <Choice
            label="状态"
            options={{ ALL: "全部", ...REGISTRATION_STATES }}
            value={search.state ?? "ALL"}
            onChange={(one) =>
              change({ state: one === "ALL" ? undefined : (one as RegistrationState) })
            }
          />
          <PlaceField
            label="地方"
            value={search.place ?? ownPlace}
            onChange={(place) => change({ place })}
          />
          <CheckLine
            value={search.responsible ?? false}
            onChange={(isWanted) => change({ responsible: isWanted || undefined })}
          >
            只看包联责任单位
          </CheckLine>
        </Filters>
        {viewer && <RegistrationList filter={registrationFilterOf(search, ownPlace)} />}
      </section>
    </div>
  );
}

function RegistrationList({ filter }: { readonly filter: RegistrationFilter }) {
  const pages = usePages(
    RegistrationsPageDocument,
    { filter },
    ({ registrations }) => registrations,
  );
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的报到">
          换一个状态或地方。未接收的报到只有报到单位和该社区看得到。
        </Empty>
      }
    >
      {(registrations) => <RegistrationRows registrations={registrations} />}
    </Paged>
  );
}
