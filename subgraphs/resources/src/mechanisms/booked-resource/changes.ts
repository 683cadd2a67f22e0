import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { BookingTables } from "../../nouns/booking/booking.loaders.ts";
import type { ResourceContext, ResourceTables } from "../../nouns/resource/resource.loaders.ts";
import { resourceChanges } from "../../nouns/resource/resource.service.ts";

/** A context in which bookings change with their resource. */
export type BookedContext = ResourceContext & BaseContext<ResourceTables & BookingTables>;

/** Changes of a resource, with its bookings in the same transaction. */
export const changes = resourceChanges<BookedContext>();
