import { parse } from "graphql";

/** What the gateway asks of the graph for a feed's address: whose it is, and then what is in it. */
export interface FeedQuery {
  readonly source: string;
  readonly document: ReturnType<typeof parse>;
}

const query = (source: string): FeedQuery => ({ source, document: parse(source) });

/** The owner of a secret's feed; asked as an anonymous viewer. */
export const OWNER_QUERY = query(
  "query CalendarFeedOwner($secret: String!) { calendarFeed(secret: $secret) { id partner organization { id } committee { id } } }",
);

/** The content of the feed; asked as the owner, so that it has what the owner may see. */
export const CONTENT_QUERY = query(
  `query CalendarFeedContent($secret: String!) {
    calendarFeed(secret: $secret) {
      organization { name }
      committee { name }
      activities {
        id title description place state cancelReason startsAt endsAt version createdAt updatedAt
        host { name }
        committee { name }
        venue { title }
      }
    }
  }`,
);

/** The answer to {@link OWNER_QUERY}. */
export interface FeedOwner {
  readonly id: string;
  /** Name of the partner system that made it; null for a person. */
  readonly partner: string | null;
  readonly organization: { readonly id: string } | null;
  readonly committee: { readonly id: string } | null;
}

/** The answer to {@link CONTENT_QUERY}. */
export interface FeedContent {
  readonly organization: Named | null;
  readonly committee: Named | null;
  readonly activities: readonly FeedActivity[];
}

/** An activity in a feed; instants as RFC 3339. */
export interface FeedActivity {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly state: "SCHEDULED" | "RESCHEDULED" | "CANCELLED" | "HELD";
  readonly cancelReason: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly host: Named | null;
  readonly committee: Named | null;
  /** In words; null where nobody said. */
  readonly place: string | null;
  /** Null where there is none, or none that the owner may see. */
  readonly venue: { readonly title: string } | null;
}

interface Named {
  readonly name: string;
}
