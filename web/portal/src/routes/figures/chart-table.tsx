import type { ChartData } from "./chart-data.ts";

/** The numbers of a chart. */
export function ChartTable({
  data: { title, first, labels, series },
}: {
  readonly data: ChartData;
}) {
  return (
    <details className="chart-numbers">
      <summary>{title}的数据表</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{values[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
