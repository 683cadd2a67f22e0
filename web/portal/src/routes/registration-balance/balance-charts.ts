import type {
  RegistrationBalanceLevel,
  RegistrationBalancePageQuery,
} from "../../graph/generated/graphql.ts";
import type { ChartData } from "../figures/chart-data.ts";

export type Balance = NonNullable<
  RegistrationBalancePageQuery["registrationBalance"]
>["nodes"][number];

/** How many places fit into a chart; the table has them all. */
export const MOST_BARS = 16;

/** Units and headcount are of different sizes: a chart for each, of the same places. */
export function chartsOfBalance(
  places: readonly Balance[],
  per: RegistrationBalanceLevel,
): readonly ChartData[] {
  const first = per === "STREET" ? "街道" : "社区";
  const shown = places.slice(0, MOST_BARS);
  const labels = namesOf(shown);
  const chart = (title: string, name: string, figure: "units" | "headcount"): ChartData => ({
    title,
    kind: "bar",
    first,
    labels,
    series: [{ name, values: shown.map((place) => place[figure]) }],
    ...(places.length > MOST_BARS
      ? { note: `图中是前 ${MOST_BARS} 个，全部 ${places.length} 个在表中。` }
      : {}),
  });
  return [
    chart(`各${first}的报到单位`, "报到单位", "units"),
    chart(`各${first}的报到党员`, "报到党员", "headcount"),
  ];
}

/** Names of places, with what lies above where two have the same. */
export function namesOf(places: readonly Balance[]): readonly string[] {
  const names = places.map(({ region }) => region?.name ?? "");
  return places.map(({ region }, at) => {
    const name = names[at] ?? "";
    const isTwice = names.indexOf(name) !== names.lastIndexOf(name);
    return isTwice ? `${region?.parent?.name ?? ""} ${name}` : name;
  });
}

/** What the table shows, as lines of a file. */
export const linesOfBalance = (
  places: readonly Balance[],
  per: RegistrationBalanceLevel,
): readonly (readonly (string | number)[])[] => [
  ["上级", per === "STREET" ? "街道" : "社区", "代码", "报到单位", "报到党员"],
  ...places.map(({ region, units, headcount }) => [
    region?.parent?.name ?? "",
    region?.name ?? "",
    region?.code ?? "",
    units,
    headcount,
  ]),
];
