import type { Noun } from "@alliance-hub/platform/noun/noun";
import type { SelectionInfo } from "@alliance-hub/platform/database/selection";
import { OrganizationSchema } from "./organization.entity.ts";
import {
  type OrganizationContext,
  organizationColumns,
  createOrganizationLoaders,
} from "./organization.loaders.ts";
import * as resolvers from "./organization.resolver.ts";

export const organization = {
  name: "Organization",
  entity: OrganizationSchema,
  loaders: { organizations: createOrganizationLoaders },
  resolvers,
  reference: (
    { id }: { id: string },
    { organizations }: OrganizationContext,
    info: SelectionInfo,
  ) => organizations.with(organizationColumns.ofRecord(info)).load(id),
  search: [
    {
      texts:
        "array[name, brand, credit_code] || array(select former ->> 'name' from jsonb_array_elements(former_names) former)",
    },
  ],
} satisfies Noun;
