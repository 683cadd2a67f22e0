import { Link, useLocation } from "@tanstack/react-router";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { BookingForm } from "./booking-form.tsx";

/** The form for whoever may book; for others what they need for it. */
export function BookingPanel({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const viewer = useViewer();
  const { href } = useLocation();
  if (!viewer) return null;
  const units = unitsOf(viewer);
  return (
    <aside className="panel stack" aria-label="预约">
      <h2>预约</h2>
      {units.length > 0 ? (
        <BookingForm key={resource.id} resource={resource} units={units} />
      ) : viewer.kind === "ANONYMOUS" ? (
        <p>
          登录后可以为本单位预约。
          <Link to="/sign-in" search={{ back: href }}>
            去登录
          </Link>
        </p>
      ) : (
        <p>预约由单位的联络员或委员会的书记办理。您目前不代表任何单位。</p>
      )}
    </aside>
  );
}
