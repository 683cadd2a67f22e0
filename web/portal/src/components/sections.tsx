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
  readonly content: ReactNode;
}

/** The parts of a long page, one below the other, and links to each above them. */
export function Sections({ sections }: { readonly sections: readonly PageSection[] }) {
  const { hash } = useLocation();
  // The parts come after what they show has been read: only then is there a place to go to.
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <nav className="section-links" aria-label="本页内容">
        {sections.map(({ id, title, count }) => (
          <Link key={id} to="." hash={id} search={true} replace>
            {title}
            {count !== undefined && <span className="count"> {count}</span>}
          </Link>
        ))}
      </nav>
      <div className="sections">
        {sections.map(({ id, title, count, content }) => (
          <section key={id} id={id} className="stack" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>
              {title}
              {count !== undefined && <span className="count"> {count}</span>}
            </h2>
            {content}
          </section>
        ))}
      </div>
    </>
  );
}
