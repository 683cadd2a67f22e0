import "./leaving.css";
import { NOUNS } from "../../audit/actions.ts";
import { type OpenItem, OpenItemRow, type Settled, keyOf } from "./open-item-row.tsx";

interface OpenItemsProps {
  readonly items: readonly OpenItem[];
  readonly settled: Settled;
  readonly onChange: (settled: Settled) => void;
  /** Units that may take something over, by id. */
  readonly heirs: Readonly<Record<string, string>>;
  readonly usualHeir: string | undefined;
}

/** What is open between a unit and a committee, by kind, each with a choice of what becomes of it. */
export function OpenItems({ items, settled, onChange, heirs, usualHeir }: OpenItemsProps) {
  if (items.length === 0)
    return <p className="notice notice-good">没有未了结的事项，可以直接退出。</p>;
  return (
    <section className="stack open-items" aria-labelledby="open-items">
      <h2 id="open-items">未了结的事项（{items.length}）</h2>
      <p className="hint">每一项都已选好通常的办法，需要时改选。</p>
      {[...Map.groupBy(items, ({ noun }) => noun)].map(([noun, ofNoun]) => (
        <section key={noun} className="stack">
          <h3>
            {NOUNS[noun]} <span className="count">{ofNoun.length}</span>
          </h3>
          <ul className="rows">
            {ofNoun.map((item) => {
              const key = keyOf(item);
              return (
                <OpenItemRow
                  key={key}
                  item={item}
                  settled={settled[key] ?? {}}
                  onChange={(changed) => onChange({ ...settled, [key]: changed })}
                  heirs={heirs}
                  usualHeir={usualHeir}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </section>
  );
}
