import "../figures/figures.css";
import "./balance.css";
import { Link, getRouteApi } from "@tanstack/react-router";
import { usePlace } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { Empty } from "../../components/empty.tsx";
import { Fault } from "../../components/fault.tsx";
import { Filters } from "../../components/filters.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import {
  BalancePlaceDocument,
  type RegistrationBalanceLevel,
  type RegistrationBalanceOrder,
  RegistrationBalancePageDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useEveryPage } from "../../graph/use-pages.ts";
import { BalanceFigures } from "./balance.tsx";
import { type BalanceSearch, LEVELS, ORDERS } from "./search.ts";

const route = getRouteApi("/registrations/balance");

/** Where few units have registered: units and headcount of each community or street, so that further ones go there. */
export function RegistrationBalancePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const { place = ownPlace, per = "COMMUNITY", order = "FEWEST_UNITS" } = search;
  const isEnabled = place !== undefined;
  const named = useAsk(
    BalancePlaceDocument,
    { code: place ?? "" },
    { isEnabled, keepsPrevious: true },
  );
  const { nodes, error, hasMore } = useEveryPage(
    RegistrationBalancePageDocument,
    { place: place ?? "", per, order },
    ({ registrationBalance }) => registrationBalance,
    { isEnabled },
  );
  const change = (changed: Partial<BalanceSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <p className="trail">
        <Link to="/registrations">双报到</Link>
      </p>
      <h1>报到均衡</h1>
      <Filters of={search} label="地方与排序">
        <PlaceField label="地点" value={place} onChange={(code) => change({ place: code })} />
        <Choice
          label="统计"
          options={LEVELS}
          value={per}
          onChange={(chosen) => change({ per: chosen as RegistrationBalanceLevel })}
        />
        <Choice
          label="排序"
          options={ORDERS}
          value={order}
          onChange={(chosen) => change({ order: chosen as RegistrationBalanceOrder })}
        />
      </Filters>
      <Fault error={error} />
      {nodes === undefined || hasMore ? (
        !error && <div className="loading" role="status" aria-label="正在读取" />
      ) : nodes.length === 0 ? (
        <Empty title="这里没有社区或街道">换一个更大的地点，或者改为按社区统计。</Empty>
      ) : (
        <BalanceFigures
          title={`${named.data?.region?.name ?? ""}的报到均衡`}
          places={nodes}
          per={per}
        />
      )}
    </div>
  );
}
