import type { ReactNode } from "react";
import type { Pages } from "../graph/use-pages.ts";
import { Button } from "./button.tsx";
import { Fault } from "./fault.tsx";

interface PagedProps<Node> {
  readonly pages: Pages<Node>;
  /** Shown where there is nothing: what to do next. */
  readonly empty: ReactNode;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}

/** A list with how many there are, and a button for more of it. */
export function Paged<Node>({ pages, empty, children }: PagedProps<Node>) {
  const { nodes, total, error, hasMore, isReading, isReadingMore } = pages;
  if (!nodes && error)
    return (
      <div className="stack">
        <Fault error={error} />
        <div>
          <Button onPress={pages.readAgain}>再试一次</Button>
        </div>
      </div>
    );
  if (!nodes) return <div className="loading" role="status" aria-label="正在读取" />;
  if (nodes.length === 0) return empty;
  return (
    <section className="stack" aria-busy={isReading}>
      {total !== undefined && (
        <p className="muted" role="status">
          共 {total} 项
        </p>
      )}
      {children(nodes)}
      <Fault error={error} />
      {hasMore && (
        <div className="more">
          <Button onPress={pages.readMore} isDisabled={isReadingMore}>
            {isReadingMore ? "正在读取…" : "再看一些"}
          </Button>
        </div>
      )}
    </section>
  );
}
