import { Link, useLocation } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { unitsOf, useViewer } from "../../app/viewer.ts";
import { Views } from "../../components/views.tsx";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { BookingForm } from "./booking-form.tsx";
import type { OwnUnits } from "./booking-fields.tsx";

/** Its scripts come once somebody wants it: most bookings are for one time. */
const SeriesForm = lazy(async () => ({
  default: (await import("./series-form.tsx")).SeriesForm,
}));

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
        <BookingForms key={resource.id} resource={resource} units={units} />
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

interface BookingFormsProps {
  readonly resource: ResourceOfPageFragment;
  readonly units: OwnUnits;
}

/** Once, or again and again. */
function BookingForms(props: BookingFormsProps) {
  const [times, setTimes] = useState<"once" | "series">("once");
  return (
    <>
      <Views
        label="预约几次"
        options={{ once: "只约一次", series: "重复预约" }}
        value={times}
        onChange={setTimes}
      />
      {times === "once" ? (
        <BookingForm {...props} />
      ) : (
        <Suspense fallback={<div className="loading" role="status" aria-label="正在读取" />}>
          <SeriesForm {...props} onAlone={() => setTimes("once")} />
        </Suspense>
      )}
    </>
  );
}
