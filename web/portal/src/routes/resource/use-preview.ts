import { Refused } from "../../graph/ask.ts";
import {
  type BookSeriesInput,
  type DateOfSeriesFragment,
  PortalBookSeriesDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";

/** What a series would give. */
export interface Preview {
  readonly dates: readonly DateOfSeriesFragment[];
  readonly haveable: number;
  /** Why the hub cannot tell. */
  readonly error: Refused | null;
  readonly isReading: boolean;
}

/**
 * Asks what each date of a series would give. It changes nothing, so it is asked like a question, whenever a field
 * changes.
 *
 * @param input undefined while something of it is missing.
 */
export function usePreview(input: Omit<BookSeriesInput, "preview"> | undefined): Preview {
  const { data, error, isFetching } = useAsk(
    PortalBookSeriesDocument,
    // Whatever is missing is not asked.
    { input: { ...(input as BookSeriesInput), preview: true } },
    { isEnabled: input !== undefined, keepsPrevious: true },
  );
  const dates = (input && data?.bookSeries?.dates) ?? [];
  return {
    dates,
    haveable: dates.filter(({ outcome }) => outcome !== "SKIPPED").length,
    error: input && error instanceof Refused ? error : null,
    isReading: input !== undefined && isFetching,
  };
}
