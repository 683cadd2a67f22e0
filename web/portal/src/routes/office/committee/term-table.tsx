import "./term-table.css";
import { Empty } from "../../../components/empty.tsx";
import { StateMark, type Tone } from "../../../components/state-mark.tsx";
import type { OfficeSeatFragment } from "../../../graph/generated/graphql.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";
import { showDays } from "../../../words/time.ts";
import { AppointSeat } from "./appoint-seat.tsx";
import { type ComparedSeat, type SeatChange, compareTerms, lacksOf } from "./compare-terms.ts";
import type { OfficeCommittee } from "./page.tsx";
import { PlannedSeatActions } from "./planned-seat-actions.tsx";
import type { PlannedTerm } from "./terms.tsx";

const CHANGES: Readonly<Record<SeatChange, string>> = {
  STAYS: "留任",
  MOVES: "改任",
  FOLLOWS: "接任",
  NEW: "新任",
  LEAVES: "卸任",
};

const TONES: Readonly<Record<SeatChange, Tone>> = {
  STAYS: "muted",
  MOVES: "good",
  FOLLOWS: "good",
  NEW: "good",
  LEAVES: "wait",
};

interface TermTableProps {
  readonly committee: OfficeCommittee;
  readonly current: readonly OfficeSeatFragment[];
  readonly planned: PlannedTerm;
}

/** This term and the next side by side, what the next one lacks, and a form to fill its seats. */
export function TermTable({ committee, current, planned }: TermTableProps) {
  const next = planned.seats.nodes.filter(({ until }) => until === null);
  const lines = compareTerms(current, next);
  const lacks = lacksOf(current, next);
  return (
    <section className="stack">
      <h2>筹备第 {planned.number} 届</h2>
      <p className="muted">
        {showDays(planned.startsOn, planned.endsOn)}，到起日零时自动接任。{countsOf(lines)}
      </p>
      {lacks.length > 0 && (
        <div className="notice notice-wait">
          <ul className="plain-list" aria-label="还缺什么">
            {lacks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="beside">
        {lines.length === 0 ? (
          <Empty title="还没有安排委员">请逐个安排，先安排书记。</Empty>
        ) : (
          <table className="terms-compared">
            <caption className="unseen">本届和下一届的委员</caption>
            <thead>
              <tr>
                <th scope="col">职务</th>
                <th scope="col">本届</th>
                <th scope="col">第 {planned.number} 届</th>
                <th scope="col">变化</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line
                  key={line.next?.id ?? line.now?.id}
                  line={line}
                  committee={committee}
                  planned={planned}
                />
              ))}
            </tbody>
          </table>
        )}
        <AppointSeat
          committee={committee}
          term={{ ...planned, isPlanned: true }}
          secretary={next.find(({ role }) => role === "SECRETARY")}
        />
      </div>
    </section>
  );
}

interface LineProps {
  readonly line: ComparedSeat;
  readonly committee: OfficeCommittee;
  readonly planned: PlannedTerm;
}

function Line({ line, committee, planned }: LineProps) {
  const { role, now, next, change } = line;
  return (
    <tr>
      <th scope="row">{SEAT_ROLES[role]}</th>
      <td data-column="本届">
        {now ? <Holder seat={now} role={now.role === role ? undefined : now.role} /> : "—"}
      </td>
      <td data-column={`第 ${planned.number} 届`}>{next ? <Holder seat={next} /> : "—"}</td>
      <td>
        <StateMark tone={TONES[change]}>{CHANGES[change]}</StateMark>
      </td>
      <td>
        <PlannedSeatActions line={line} committee={committee} planned={planned} />
      </td>
    </tr>
  );
}

interface HolderProps {
  readonly seat: OfficeSeatFragment;
  /** Where it is another role than the line's. */
  readonly role?: OfficeSeatFragment["role"] | undefined;
}

const Holder = ({ seat: { holderName, fromOrganization }, role }: HolderProps) => (
  <>
    {holderName ?? "委员"}
    {role && `（${SEAT_ROLES[role]}）`} <span className="hint">{fromOrganization?.name}</span>
  </>
);

/** 留任 5 人，新任 2 人，卸任 1 人. */
function countsOf(lines: readonly ComparedSeat[]): string {
  const counts = Map.groupBy(lines, ({ change }) => change);
  const words = (Object.keys(CHANGES) as SeatChange[]).flatMap((change) => {
    const { length } = counts.get(change) ?? [];
    return length === 0 ? [] : [`${CHANGES[change]} ${length} 人`];
  });
  return words.length === 0 ? "" : `${words.join("，")}。`;
}
