import "./office.css";
import type { ReactNode } from "react";

interface OfficeHeadProps {
  readonly title: string;
  /** Beside the title: what one begins here, such as a link to a form. */
  readonly children?: ReactNode;
}

/** The title of a page of the office. */
export const OfficeHead = ({ title, children }: OfficeHeadProps) => (
  <header className="office-head">
    <h1>{title}</h1>
    {children}
  </header>
);
