import type { Noun } from "@alliance-hub/platform/noun/noun";
import type { SelectionInfo } from "@alliance-hub/platform/database/selection";
import { ResourceSchema } from "./resource.entity.ts";
import {
  type ResourceContext,
  createResourceLoaders,
  resourceColumns,
} from "./resource.loaders.ts";
import * as resolvers from "./resource.resolver.ts";

export const resource = {
  name: "Resource",
  entity: ResourceSchema,
  loaders: { resources: createResourceLoaders },
  resolvers,
  reference: ({ id }: { id: string }, { resources }: ResourceContext, info: SelectionInfo) =>
    resources.with(resourceColumns.ofRecord(info)).load(id),
  search: [{ texts: "array[title, description]" }],
} satisfies Noun;
