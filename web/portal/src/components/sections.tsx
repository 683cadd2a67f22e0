import "./sections.css";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";

/** One part of a long page. */
export interface PageSection {
  /** Stands in the address, behind `#`. */
  readonly id: string;
  readonly title: string;
  /** How many things are in it, where that is known. */
  readonly count?: number | undefined;
  /** Nothing is in it for the viewer to see or do: a line at the end names it together with others like it. */
  readonly isEmpty?: boolean;
  readonly content: ReactNode;
}

/** The parts of a long page, one below the other, and links to each above them. */
export function Sections({ sections }: { readonly sections: readonly PageSection[] }) {
  const { hash } = useLocation();
  // The parts come after what they show has been read: only then is there a place to go to.
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  const shown = sections.filter(({ isEmpty = false }) => !isEmpty);
  const empty = sections.filter(({ isEmpty = false }) => isEmpty);
  return (
    <>
      <nav className="section-links" aria-label="本页内容">
        {shown.map(({ id, title, count }) => (
          <Link key={id} to="." hash={id} search={true} replace>
            {title}
            {count !== undefined && <span className="count"> {count}</span>}
          </Link>
        ))}
      </nav>
      <div className="sections">
        {shown.map(({ id, title, count, content }) => (
          <section key={id} id={id} className="stack" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>
              {title}
              {count !== undefined && <span className="count"> {count}</span>}
            </h2>
            {content}
          </section>
        ))}
        {empty.length > 0 && (
          <p className="muted">
            暂时没有您可以看到的内容：
            {empty.map(({ id, title }, number) => (
              <span key={id} id={id}>
                {number > 0 && "、"}
                {title}
              </span>
            ))}
            。
          </p>
        )}
      </div>
    </>
  );
}
