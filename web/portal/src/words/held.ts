import type { HeldTimeFragment } from "../graph/generated/graphql.ts";
import { showInstant } from "./time.ts";

/** A range as milliseconds of instants. */
interface Moments {
  readonly start: number;
  readonly end: number;
}

/** What of a waiting list was offered and is held within a range, as far as the viewer may know who waits. */
export const heldWithin = (
  entries: readonly HeldTimeFragment[] | undefined,
  { start, end }: Moments,
): readonly HeldTimeFragment[] =>
  (entries ?? []).filter(
    ({ state, during }) =>
      state === "OFFERED" && Date.parse(during.start) < end && Date.parse(during.end) > start,
  );

/** 为候补的某单位保留到 12月3日 周四 18:00. */
export const showHeld = ({ organization, offeredUntil }: HeldTimeFragment): string =>
  `为候补的${organization?.name ?? "单位"}保留${offeredUntil === null ? "" : `到 ${showInstant(offeredUntil)}`}`;
