import { getRouteApi } from "@tanstack/react-router";
import { usePlace } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { DayField } from "../../components/day-field.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { FiguresPageDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showDay } from "../../words/time.ts";
import { GROUPS, type Report, csvOf } from "./groups.ts";
import { type FigureSearch, daysCounted } from "./search.ts";

const route = getRouteApi("/figures");

/** The report of a place: counted from records, the same for everybody. */
export function FiguresPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ownPlace = usePlace();
  const place = search.place ?? ownPlace;
  const { from, to } = daysCounted(search);
  const query = useAsk(
    FiguresPageDocument,
    { place: place ?? "", from, to },
    { isEnabled: place !== undefined && from <= to, keepsPrevious: true },
  );
  const change = (changed: Partial<FigureSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="page">
      <h1>数据</h1>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <DayField label="从" value={from} onChange={(day) => change({ from: day })} />
        <DayField label="到" value={to} onChange={(day) => change({ to: day })} />
        {from > to && <p className="fault">结束日期不能早于开始日期。</p>}
      </form>
      <Loaded query={query}>
        {({ region, report }) =>
          region && report ? (
            <Figures title={`${region.name}，${showDay(from)} 至 ${showDay(to)}`} report={report} />
          ) : (
            <Lost />
          )
        }
      </Loaded>
    </div>
  );
}

function Figures({ title, report }: { readonly title: string; readonly report: Report }) {
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([csvOf(report)], { type: "text/csv" }));
    const link = Object.assign(document.createElement("a"), {
      href: address,
      download: `${title}.csv`,
    });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <div className="buttons">
        <h2>{title}</h2>
        <Button look="quiet" onPress={() => print()}>
          打印
        </Button>
        <Button look="quiet" onPress={save}>
          存为表格
        </Button>
      </div>
      <div className="halves">
        {GROUPS.map(([group, figures]) => (
          <table key={group} className="figures">
            <caption>{group}</caption>
            <tbody>
              {Object.entries(figures).map(([figure, name]) => (
                <tr key={figure}>
                  <th scope="row">{name}</th>
                  <td>{report[figure as keyof Report] ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
