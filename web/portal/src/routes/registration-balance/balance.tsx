import { useMemo, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useNarrow } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import type { RegistrationBalanceLevel } from "../../graph/generated/graphql.ts";
import { Chart } from "../figures/chart.tsx";
import { csvText, saveCsv } from "../figures/csv.ts";
import { type Balance, chartsOfBalance, linesOfBalance } from "./balance-charts.ts";

interface BalanceFiguresProps {
  readonly title: string;
  readonly places: readonly Balance[];
  readonly per: RegistrationBalanceLevel;
}

/**
 * How units are spread over places: two charts, then the table of all. On a phone the table is first: what draws
 * the charts weighs as much as the rest of the page, and comes once somebody gets there.
 */
export function BalanceFigures({ title, places, per }: BalanceFiguresProps) {
  const charts = useMemo(() => chartsOfBalance(places, per), [places, per]);
  const isNarrow = useNarrow();
  const [isPrinted, setPrinted] = useState(false);
  const printAll = async (): Promise<void> => {
    setPrinted(true);
    await import("../figures/draw-chart.ts");
    requestAnimationFrame(() => print());
  };
  const units = places.reduce((sum, place) => sum + place.units, 0);
  const members = places.reduce((sum, place) => sum + place.headcount, 0);
  const empty = places.filter((place) => place.units === 0).length;
  const table = <BalanceTable places={places} per={per} />;
  const drawn = (
    <div className="charts">
      {charts.map((data) => (
        <Chart key={data.title} data={data} isWanted={isPrinted} hasTable={false} />
      ))}
    </div>
  );
  return (
    <>
      <div className="page-head">
        <h2>{title}</h2>
        <div className="buttons">
          <Button look="quiet" onPress={() => void printAll()}>
            打印
          </Button>
          <Button look="quiet" onPress={() => saveCsv(title, csvText(linesOfBalance(places, per)))}>
            存为表格
          </Button>
        </div>
      </div>
      <p>
        {places.length} 个{per === "STREET" ? "街道" : "社区"}，报到 {units} 次，党员 {members} 人
        {empty > 0 && `；${empty} 个还没有单位报到`}。
      </p>
      {isNarrow ? (
        <>
          {table}
          {drawn}
        </>
      ) : (
        <>
          {drawn}
          {table}
        </>
      )}
    </>
  );
}

/** All places with their numbers. */
function BalanceTable({ places, per }: Pick<BalanceFiguresProps, "places" | "per">) {
  const name = per === "STREET" ? "街道" : "社区";
  return (
    <div className="balance-table">
      <table className="figures">
        <caption>全部{name}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className="number">
              报到单位
            </th>
            <th scope="col" className="number">
              报到党员
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ region, units: count, headcount }, at) => (
            <tr key={region?.code ?? at}>
              <th scope="row">
                <Link to="/registrations" search={{ place: region?.code, state: "ACCEPTED" }}>
                  {region?.name}
                </Link>{" "}
                <span className="muted">{region?.parent?.name}</span>
              </th>
              <td>{count}</td>
              <td>{headcount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
