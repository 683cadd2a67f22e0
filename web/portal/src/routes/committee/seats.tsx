import { Empty } from "../../components/empty.tsx";
import { showDay, showDays } from "../../words/time.ts";
import type { CommitteeOfPage } from "./committee.ts";
import { SeatRows } from "./seat-rows.tsx";
import { Terms } from "./terms.tsx";

/** Who sits in it now, by office, and its terms. */
export function Seats({ committee }: { readonly committee: CommitteeOfPage }) {
  const { currentTerm, seats } = committee;
  const acting = committee.handovers?.nodes.find(({ state }) => state === "CURRENT");
  return (
    <>
      {currentTerm ? (
        <p>
          第 {currentTerm.number} 届，{showDays(currentTerm.startsOn, currentTerm.endsOn)}
        </p>
      ) : (
        <p className="notice notice-wait">现在没有正在进行的任期。</p>
      )}
      {acting && (
        <p className="notice notice-good">
          现由副书记 {acting.seat?.holderName} 代行，到{showDay(acting.until)}为止。
        </p>
      )}
      {committee.handovers?.nodes
        .filter(({ state }) => state === "PLANNED")
        .map(({ id, from, until, seat }) => (
          <p key={id} className="muted">
            {showDays(from, until)}由副书记 {seat?.holderName} 代行。
          </p>
        ))}
      {seats?.nodes.length === 0 ? (
        <Empty title="本届还没有委员" />
      ) : (
        <SeatRows seats={seats?.nodes ?? []} />
      )}
      <h3>历届任期</h3>
      <Terms committee={committee} />
    </>
  );
}
