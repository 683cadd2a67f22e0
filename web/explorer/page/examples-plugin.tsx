import type { GraphiQLPlugin } from "@graphiql/react";
import { ExamplesPanel } from "./examples-panel.tsx";
import { useExamples } from "./use-examples.ts";

/** The panel as GraphiQL takes it: an icon for the side bar and the content behind it. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = {
  title: "示例 Examples",
  icon: ExamplesIcon,
  content: ExamplesContent,
};

function ExamplesContent() {
  return <ExamplesPanel examples={useExamples()} />;
}

function ExamplesIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    >
      <path d="M7.5 4.5h10M7.5 10h10M7.5 15.5h10" />
      <path
        d="M2.5 3v3l2.2-1.5zM2.5 8.5v3L4.7 10zM2.5 14v3l2.2-1.5z"
        fill="currentColor"
        stroke="none"
      />
    </svg>
  );
}
