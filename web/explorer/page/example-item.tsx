import type { Example } from "./examples.ts";

const kinds = {
  query: { label: "查", title: "查询 Query" },
  mutation: { label: "改", title: "变更 Mutation" },
  subscription: { label: "订", title: "订阅 Subscription" },
} as const;

interface ExampleItemProps {
  example: Example;
  /** Whether its operation is in the tab shown. */
  active: boolean;
  /** Left out until it can be opened. */
  onOpen?: () => void;
}

/** One line of the list: what kind of operation, its Chinese title, its name. */
export function ExampleItem({ example, active, onOpen }: ExampleItemProps) {
  const kind = kinds[example.kind];
  return (
    <li>
      <button
        type="button"
        className="example"
        aria-current={active || undefined}
        title={example.comment || undefined}
        disabled={!onOpen}
        onClick={onOpen}
      >
        <span className={`example-kind example-${example.kind}`} title={kind.title}>
          {kind.label}
        </span>
        <span className="example-title">{example.title || example.name}</span>
        <span className="example-name" lang="en">
          {example.name}
        </span>
      </button>
    </li>
  );
}
