import type { ReactNode } from "react";
import { OrganizationLink } from "../../components/organization-link.tsx";
import type { PortalBlockResourceMutation } from "../../graph/generated/graphql.ts";
import { showRange } from "../../words/time.ts";

type Bookings = NonNullable<PortalBlockResourceMutation["blockResource"]>["bookings"];

interface BookingsMetProps {
  readonly bookings: Bookings;
  /** What meets them. */
  readonly children: ReactNode;
}

/** The bookings that a blocking or new hours meet: they stay, and whoever made the change settles them. */
export function BookingsMet({ bookings, children }: BookingsMetProps) {
  return (
    <div className="stack" role="status">
      <p className="notice notice-wait">{children}</p>
      <ul className="plain-list">
        {bookings.map(({ id, during, organization, purpose }) => (
          <li key={id}>
            {showRange(during)} <OrganizationLink organization={organization} none="已注销的单位" />{" "}
            {purpose}
          </li>
        ))}
      </ul>
    </div>
  );
}
