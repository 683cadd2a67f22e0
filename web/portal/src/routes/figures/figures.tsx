import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import type { ReportPeriod } from "../../graph/generated/graphql.ts";
import { Chart } from "./chart.tsx";
import { chartsOf } from "./chart-data.ts";
import { csvOf, saveCsv } from "./csv.ts";
import { type Figure, GROUPS, type Report } from "./groups.ts";

interface FiguresProps {
  readonly title: string;
  readonly report: Report;
  readonly by: ReportPeriod;
}

/** The numbers of a report, then its charts. */
export function Figures({ title, report, by }: FiguresProps) {
  const charts = useMemo(() => chartsOf(report, by), [report, by]);
  const [isPrinted, setPrinted] = useState(false);
  // On paper there is no scrolling: charts that nobody has seen yet are drawn first.
  const printAll = async (): Promise<void> => {
    setPrinted(true);
    await import("./draw-chart.ts");
    requestAnimationFrame(() => print());
  };
  const save = (): void => saveCsv(title, csvOf(report, charts));
  return (
    <>
      <div className="page-head">
        <h2>{title}</h2>
        <div className="buttons">
          <Button look="quiet" onPress={() => void printAll()}>
            打印
          </Button>
          <Button look="quiet" onPress={save}>
            存为表格
          </Button>
        </div>
      </div>
      <div className="figure-groups">
        {GROUPS.map(([group, figures]) => (
          <table key={group} className="figures">
            <caption>{group}</caption>
            <tbody>
              {Object.entries(figures).map(([figure, name]) => (
                <tr key={figure}>
                  <th scope="row">{name}</th>
                  <td>{report[figure as Figure] ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <div className="charts">
        {charts.map((data) => (
          <Chart key={data.title} data={data} isWanted={isPrinted} />
        ))}
      </div>
    </>
  );
}
