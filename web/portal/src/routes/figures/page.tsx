import "./figures.css";
import { getRouteApi } from "@tanstack/react-router";
import { usePlace } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { Empty } from "../../components/empty.tsx";
import { Filters } from "../../components/filters.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PlaceField } from "../../components/place-field.tsx";
import { FiguresPageDocument, type ReportPeriod } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showDayOfYear } from "../../words/time.ts";
import { Figures } from "./figures.tsx";
import { type FigureSearch, PERIODS, daysCounted, periodFor } from "./search.ts";

const route = getRouteApi("/figures");

/** The report of a place: counted from records, the same for everybody. */
export function FiguresPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const place = search.place ?? ownPlace;
  const { from, to } = daysCounted(search);
  const by = periodFor(search);
  const query = useAsk(
    FiguresPageDocument,
    { place: place ?? "", from, to, by },
    { isEnabled: place !== undefined && from <= to, keepsPrevious: true },
  );
  const change = (changed: Partial<FigureSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <h1>数据</h1>
      <Filters of={search} label="地方与时间">
        <PlaceField label="地点" value={place} onChange={(code) => change({ place: code })} />
        <DayField label="从" value={from} onChange={(day) => change({ from: day })} />
        <DayField label="到" value={to} onChange={(day) => change({ to: day })} />
        <Choice
          label="时间划分"
          options={PERIODS}
          value={by}
          onChange={(chosen) => change({ by: chosen as ReportPeriod })}
        />
      </Filters>
      {from > to && <p className="fault">结束日期不能早于开始日期。</p>}
      {from <= to && (
        <Loaded query={query}>
          {({ report }) =>
            report ? (
              <Figures
                title={`${report.region?.name ?? ""}，${showDayOfYear(from)} 至 ${showDayOfYear(to)}`}
                report={report}
                by={by}
              />
            ) : (
              <Empty title="没有这个地方的数据">换一个地点再看看。</Empty>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
