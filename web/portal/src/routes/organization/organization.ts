import type { OrganizationPageQuery } from "../../graph/generated/graphql.ts";

/** A unit as its page reads it. */
export type OrganizationOfPage = NonNullable<OrganizationPageQuery["organization"]>;
