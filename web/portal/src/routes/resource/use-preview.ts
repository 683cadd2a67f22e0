import { useSettled } from "../../components/fields/use-settled.ts";
import type { DateOfSeriesFragment, TypedDocumentString } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";

/** What a series would give, or a change of one. */
export interface Preview {
  readonly dates: readonly DateOfSeriesFragment[];
  readonly haveable: number;
  /** Why the hub cannot tell. */
  readonly error: Error | null;
  /**
   * Whether what is shown is not the answer to what the form says now: then nobody can agree to it. False while
   * something is missing, for then there is nothing to show.
   */
  readonly isReading: boolean;
}

/** Said before a preview while `isReading`: it is the one before. */
export const REREADING = "正在按现在填写的重新预览，下面是刚才的。";

/**
 * Asks what each date of a series would give. It changes nothing, so it is asked like a question, whenever the fields
 * have been left alone for a moment. Until the answer is there the previous one stays to be looked at.
 *
 * @param input undefined while something of it is missing.
 * @param datesOf finds the dates in the answer.
 */
export function usePreview<Result, Input extends object>(
  document: TypedDocumentString<Result, { readonly input: Input }>,
  input: Omit<Input, "preview"> | undefined,
  datesOf: (answer: Result) => readonly DateOfSeriesFragment[] | undefined,
): Preview {
  const { value: settled, isSettled } = useSettled(input);
  const { data, error, isFetching, isPlaceholderData } = useAsk(
    document,
    // Whatever is missing is not asked.
    { input: { ...settled, preview: true } as unknown as Input },
    { isEnabled: settled !== undefined, keepsPrevious: true },
  );
  const dates = (input && data && datesOf(data)) ?? [];
  return {
    dates,
    haveable: dates.filter(({ outcome }) => outcome !== "SKIPPED").length,
    error: input && isSettled ? error : null,
    isReading: input !== undefined && (!isSettled || isFetching || isPlaceholderData),
  };
}
