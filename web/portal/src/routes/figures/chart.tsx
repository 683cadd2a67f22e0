import { usePreferences } from "@alliance-hub/web-shared/preferences.ts";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type ChartData, describe } from "./chart-data.ts";
import { ChartTable } from "./chart-table.tsx";

interface ChartProps {
  readonly data: ChartData;
  /** Whether it is drawn before anybody sees it. */
  readonly isWanted: boolean;
  /** Whether its numbers stand below it; false where the page has a table of them. Default: true. */
  readonly hasTable?: boolean;
}

/** A chart with its table. What draws it is loaded once somebody gets to see it. */
export function Chart({ data, isWanted, hasTable = true }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(box) || isWanted;
  const { theme, isLarge } = usePreferences();
  const isDark = useDarkScreen();
  useEffect(() => {
    const element = box.current;
    if (!isSeen || !element) return;
    const leaving = new AbortController();
    void import("./draw-chart.ts").then(({ drawChart }) => {
      if (!leaving.signal.aborted) drawChart(element, data, leaving.signal);
    });
    return () => leaving.abort();
    // Colours and sizes are read from the page, so it is drawn anew where they change.
  }, [data, isSeen, theme, isLarge, isDark]);
  return (
    <figure className="chart">
      <figcaption>{data.title}</figcaption>
      <div
        ref={box}
        className={`chart-box chart-${data.kind}`}
        role="img"
        aria-label={`${data.title}：${describe(data)}`}
      />
      {data.note !== undefined && <p className="muted">{data.note}</p>}
      {hasTable && <ChartTable data={data} />}
    </figure>
  );
}

/** Whether an element has come into sight once. */
function useSeen(box: RefObject<HTMLDivElement | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box]);
  return isSeen;
}

/** Whether the system asks for dark pages. */
function useDarkScreen(): boolean {
  const [isDark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const screen = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => setDark(screen.matches);
    screen.addEventListener("change", follow);
    return () => screen.removeEventListener("change", follow);
  }, []);
  return isDark;
}
