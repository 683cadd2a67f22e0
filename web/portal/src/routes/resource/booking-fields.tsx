import { getRouteApi } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeFields } from "../../components/time-fields.tsx";
import type { Faults } from "../../forms/faults.ts";
import { textFault } from "../../forms/text-fault.ts";
import type { FormState } from "../../forms/use-form.ts";
import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { type TimeWish, chosenTime, rangeOfTime } from "../../words/chosen-time.ts";
import { faultOfDays, faultOfParts } from "../resources/search.ts";
import { brokenRule } from "./rules.ts";

/** Units that somebody acts for. */
export type OwnUnits = readonly { readonly id: string; readonly name: string }[];

/** What each way to book a resource asks for, besides the time. */
export interface BookingValues {
  readonly organizationId: string | undefined;
  readonly quantity: number | undefined;
  readonly purpose: string;
  /** Only for what is wrong with the time: the time itself is in the address. */
  readonly during: undefined;
}

export const noBooking = (units: OwnUnits): BookingValues => ({
  organizationId: units[0]?.id,
  quantity: 1,
  purpose: "",
  during: undefined,
});

type BookingForm = Pick<FormState<BookingValues>, "values" | "field" | "set">;

/** For which unit; nothing to choose for whoever acts for one. */
export function UnitField({
  form,
  units,
}: {
  readonly form: BookingForm;
  readonly units: OwnUnits;
}) {
  if (units.length < 2) return null;
  return (
    <Choice
      label="为哪个单位"
      options={namesOf(units)}
      {...form.field("organizationId")}
      onChange={(organizationId) => form.set({ organizationId })}
    />
  );
}

const route = getRouteApi("/resources/$id");

/** The time that is chosen, in the address, and how to choose another one. */
export function useChosenTime() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (changed: TimeWish): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const time = chosenTime(search);
  return { search, choose, time, during: time && rangeOfTime(time) };
}

/** The time. The week beside the form shows it, too. @param dayLabel default: 日期. */
export function ChosenTimeFields({ dayLabel }: { readonly dayLabel?: string }) {
  const { search, choose } = useChosenTime();
  return (
    <TimeFields time={search} onChange={choose} {...(dayLabel === undefined ? {} : { dayLabel })} />
  );
}

interface DetailFieldsProps {
  readonly form: BookingForm;
  readonly resource: ResourceOfPageFragment;
  /** Whether the provider decides about it. */
  readonly waits: boolean;
}

/** How much of it, where there are several, and what for. */
export function DetailFields({ form, resource, waits }: DetailFieldsProps) {
  const { capacity, unit } = resource;
  return (
    <>
      {(capacity ?? 1) > 1 && (
        <NumberLine
          label={`数量（共 ${capacity}${unit ?? ""}）`}
          {...form.field("quantity")}
          isRequired
        />
      )}
      <TextLine
        label="用途"
        {...form.field("purpose")}
        hint={waits ? "提供方会看到，用来决定是否同意。" : "只有双方和委员会能看到。"}
      />
    </>
  );
}

/** What is wrong with how much of it and what for, as far as the page can tell. */
export function faultsOfDetails(
  { capacity }: Pick<ResourceOfPageFragment, "capacity">,
  { quantity, purpose }: Pick<BookingValues, "quantity" | "purpose">,
): Faults {
  const most = capacity ?? 1;
  return {
    quantity:
      quantity === undefined || quantity < 1 || quantity > most
        ? `请填写 1 至 ${most} 的数量。`
        : undefined,
    purpose: textFault(purpose, { name: "用途", most: 200, isRequired: false }),
  };
}

/** What is wrong with a time that somebody has chosen, as far as the rules say it. */
export function faultOfTime(
  resource: ResourceOfPageFragment,
  search: TimeWish,
): string | undefined {
  const time = chosenTime(search);
  const daysFault = faultOfDays(search);
  if (daysFault !== undefined) return daysFault;
  return time ? brokenRule(resource, time, new Date()) : faultOfParts(search);
}
