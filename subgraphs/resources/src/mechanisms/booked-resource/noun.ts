import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import type { Noun } from "@alliance-hub/platform/noun/noun";
import { UpdateResourceInput, WithdrawResourceInput } from "../../nouns/resource/resource.input.ts";
import { ResourceType } from "../../nouns/resource/resource.type.ts";
import { updateResource } from "./update-resource.ts";
import { withdrawResource } from "./withdraw-resource.ts";

export const BookedResourceMutations = mutations(
  { field: "resource", type: ResourceType, description: "资源。The resource." },
  {
    updateResource: mutation(
      UpdateResourceInput,
      updateResource,
      "更改资源（提供单位联络员）。Changes a resource; for the provider's liaison.",
    ),
    withdrawResource: mutation(
      WithdrawResourceInput,
      withdrawResource,
      "撤回资源，尚未开始的预约随之取消（提供单位联络员）。Withdraws a resource and cancels bookings of it that have not begun; for the provider's liaison.",
    ),
  },
);

/** The changes of a resource that its bookings follow; it has no record of its own. */
export const bookedResource = {
  name: "Resource",
  loaders: {},
  resolvers: [BookedResourceMutations],
} satisfies Noun;
