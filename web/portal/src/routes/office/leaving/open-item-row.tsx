import { Link } from "@tanstack/react-router";
import { Choice } from "../../../components/choice.tsx";
import type { LeavingItemsQuery, SettlementWay } from "../../../graph/generated/graphql.ts";
import { showRange } from "../../../words/time.ts";
import { wordsOfWay } from "./ways.ts";

export type OpenItem = NonNullable<LeavingItemsQuery["leaving"]>["items"][number];

/** What was chosen for an item; what is left out is settled as is usual. */
export interface Settlement {
  readonly how?: SettlementWay;
  /** Who takes it over: the id of a unit. */
  readonly to?: string;
}

/** What was chosen, by the key of the item. */
export type Settled = Readonly<Record<string, Settlement>>;

export const keyOf = ({ noun, recordId }: Pick<OpenItem, "noun" | "recordId">): string =>
  `${noun} ${recordId}`;

/** Kinds of records that have a page. */
const PAGES = {
  Resource: "/resources/$id",
  Need: "/needs/$id",
  Agreement: "/agreements/$id",
  Activity: "/activities/$id",
  Issue: "/issues/$id",
} as const;

const pageOf = (noun: string) => (noun in PAGES ? PAGES[noun as keyof typeof PAGES] : undefined);

interface OpenItemRowProps {
  readonly item: OpenItem;
  readonly settled: Settlement;
  readonly onChange: (settled: Settlement) => void;
  readonly heirs: Readonly<Record<string, string>>;
  readonly usualHeir: string | undefined;
}

/** Something that is open, and what becomes of it. */
export function OpenItemRow({ item, settled, onChange, heirs, usualHeir }: OpenItemRowProps) {
  const { noun, recordId, title, consequence, ways, booking } = item;
  const { how = ways[0], to } = settled;
  const page = pageOf(noun);
  const isHandedOver = how === "HAND_OVER" && Object.keys(heirs).length > 0;
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {page ? (
            <Link to={page} params={{ id: recordId }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {booking && <p>{showRange(booking.during)}</p>}
        {how === ways[0] && <p className="muted">{consequence}</p>}
      </div>
      {ways.length === 1 ? (
        <span className="settled-way">{ways.map((way) => wordsOfWay(noun, way))}</span>
      ) : (
        <div className="settled-way">
          <Choice
            label={`怎么处理“${title}”${booking ? `（${showRange(booking.during)}）` : ""}`}
            options={Object.fromEntries(ways.map((way) => [way, wordsOfWay(noun, way)]))}
            value={how}
            onChange={(way) => onChange({ ...settled, how: way as SettlementWay })}
          />
        </div>
      )}
      {isHandedOver && (
        <div className="settled-heir">
          <Choice
            label="移交给"
            options={heirs}
            value={to ?? usualHeir}
            onChange={(unit) => onChange({ ...settled, to: unit })}
          />
        </div>
      )}
    </li>
  );
}
