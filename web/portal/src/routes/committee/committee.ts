import type { CommitteePageQuery } from "../../graph/generated/graphql.ts";

/** A committee as its page reads it. */
export type CommitteeOfPage = NonNullable<CommitteePageQuery["committee"]>;
