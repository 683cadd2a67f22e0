import { useMemo, useState } from "react";
import { ExampleItem } from "./example-item.tsx";
import { bySection, matches, type Example } from "./examples.ts";
import { useActiveOperation, useOpenExample } from "./use-open-example.ts";

/** The operations of the contract by section, with a field to narrow the list. */
export function ExamplesPanel({ examples }: { examples: readonly Example[] }) {
  const [typed, setTyped] = useState("");
  const sections = useMemo(
    () => bySection(examples.filter((example) => matches(example, typed))),
    [examples, typed],
  );
  const open = useOpenExample();
  const active = useActiveOperation();
  return (
    <section className="examples" aria-label="示例 Examples">
      <h2 className="examples-title">
        示例 <span lang="en">Examples</span>
      </h2>
      <input
        className="field examples-search"
        type="search"
        placeholder="筛选 Filter"
        aria-label="筛选示例 Filter the examples"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {sections.map((section) => (
        <div key={section.name} className="examples-section">
          <h3>
            {section.title} <span lang="en">{section.name}</span>
          </h3>
          <ul>
            {section.examples.map((example) => (
              <ExampleItem
                key={example.name}
                example={example}
                active={example.name === active}
                {...(open ? { onOpen: () => open(example) } : {})}
              />
            ))}
          </ul>
        </div>
      ))}
      {sections.length === 0 && (
        <p className="examples-note">没有相符的示例。No example matches.</p>
      )}
      <p className="examples-note">
        变量中写有“填入……”的地方，请换成查询所得的编号。
        <span lang="en">Where a variable says 填入, enter an id from a query.</span>
      </p>
    </section>
  );
}
