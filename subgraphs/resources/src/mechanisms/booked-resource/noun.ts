import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as inputs from "../../nouns/resource/resource.input.ts";
import { ResourceType } from "../../nouns/resource/resource.type.ts";
import { updateResource } from "./update-resource.ts";
import { withdrawResource } from "./withdraw-resource.ts";

export const BookedResourceMutations = mutations(
  {
    field: "resource",
    type: ResourceType,
    description: "资源。The resource.",
    by: { zh: "提供单位联络员", en: "the provider's liaison" },
  },
  { inputs, service: { updateResource, withdrawResource } },
  {
    updateResource: { zh: "更改资源", en: "Changes a resource" },
    withdrawResource: {
      zh: "撤回资源，尚未开始的预约随之取消",
      en: "Withdraws a resource and cancels bookings of it that have not begun",
    },
  },
);

/** The changes of a resource that its bookings follow; it has no record of its own. */
export const bookedResource = {
  name: "Resource",
  loaders: {},
  resolvers: { BookedResourceMutations },
} satisfies Noun;
