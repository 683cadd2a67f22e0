import { filled } from "../../forms/filled.ts";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { namesOf } from "../../app/own-committees.ts";
import { Choice } from "../../components/choice.tsx";
import { DayField } from "../../components/day-field.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { PortalBookDocument, type ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { Refused } from "../../graph/ask.ts";
import { useChange } from "../../graph/use-change.ts";
import type { ResourceSearch } from "../resources/search.ts";
import { wantedTime } from "../resources/search.ts";
import { BookedNotice, type Booked } from "./booked-notice.tsx";
import { Availability } from "./availability.tsx";
import { brokenRule } from "./rules.ts";
import { type ChosenTime, TimesInstead } from "./times-instead.tsx";
import { showMinutes } from "../../words/place.ts";
import { dayOf, showTime } from "../../words/time.ts";

interface BookingFormProps {
  readonly resource: ResourceOfPageFragment;
  /** Units that the viewer acts for. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const route = getRouteApi("/resources/$id");

/** Books for one of the viewer's units. The time is in the address: the week beside it shows it, too. */
export function BookingForm({ resource, units }: BookingFormProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const book = useChange(PortalBookDocument);
  const [booked, setBooked] = useState<Booked>();
  const most = resource.capacity ?? 1;
  const during = wantedTime(search);
  const form = useForm({
    name: `book.${resource.id}`,
    initial: {
      organizationId: units[0]?.id,
      quantity: 1 as number | undefined,
      purpose: "",
      during: undefined,
    },
    check: ({ quantity, purpose }) => ({
      during: faultOfTime(resource, search),
      quantity:
        quantity === undefined || quantity < 1 || quantity > most
          ? `请填写 1 至 ${most} 的数量。`
          : undefined,
      purpose: textFault(purpose, { name: "用途", most: 200, isRequired: false }),
    }),
    send: async ({ organizationId = "", quantity = 1, purpose }) => {
      if (!during) return;
      setBooked(undefined);
      const { bookResource } = await book.mutateAsync({
        resourceId: resource.id,
        organizationId,
        during,
        quantity,
        ...filled({ purpose }),
      });
      setBooked(bookResource?.booking);
    },
  });
  const change = (changed: Pick<ResourceSearch, "day" | "from" | "to">): void =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const offered = offeredBy(book.error);
  const broken = form.fault("during") ?? (during && faultOfTime(resource, search));
  const { organizationId, quantity } = form.values;
  const isOwn = organizationId === resource.provider?.id;
  const waits = resource.approval && !isOwn;
  return (
    <Form form={form} action={waits ? "提交申请" : "预约"} label="预约">
      {units.length > 1 && (
        <Choice
          label="为哪个单位"
          options={namesOf(units)}
          {...form.field("organizationId")}
          onChange={(id) => form.set({ organizationId: id })}
        />
      )}
      <DayField label="日期" value={search.day} onChange={(day) => change({ day })} />
      <div className="pair">
        <TimeChoice label="从" value={search.from} onChange={(from) => change({ from })} />
        <TimeChoice label="到" value={search.to} onChange={(to) => change({ to })} />
      </div>
      <Availability resource={resource} quantity={quantity ?? 1} onChoose={change} />
      {broken !== undefined && (
        <p className="fault" role="status">
          {broken}
        </p>
      )}
      {offered.length > 0 && (
        <div className="stack" role="status">
          <p>这些时间可以预约：</p>
          <TimesInstead
            day={search.day}
            times={offered}
            onChoose={(time) => {
              book.reset();
              form.set({ during: undefined });
              change(time);
            }}
          />
        </div>
      )}
      {most > 1 && (
        <NumberLine
          label={`数量（共 ${most}${resource.unit ?? ""}）`}
          {...form.field("quantity")}
          isRequired
        />
      )}
      <TextLine
        label="用途"
        {...form.field("purpose")}
        hint={waits ? "提供方会看到，用来决定是否同意。" : "只有双方和委员会能看到。"}
      />
      <p className="hint">
        {waits
          ? `提交后由${resource.provider?.name ?? "提供方"}答复，同意后预约才生效；答复之前，这段时间先为您留着。`
          : `提交后立即生效，不用等答复。${cancelWords(resource)}`}
      </p>
      {booked && <BookedNotice booked={booked} onUndone={() => setBooked(undefined)} />}
    </Form>
  );
}

/** Until when the unit that books can cancel. */
function cancelWords({ bookingRules: { cancelBeforeMinutes } }: ResourceOfPageFragment): string {
  return cancelBeforeMinutes === 0
    ? "有变化可以随时取消。"
    : `有变化可以取消，最晚在开始前 ${showMinutes(cancelBeforeMinutes)}。`;
}

/** What is wrong with a time that somebody has chosen, as far as the rules say it. */
function faultOfTime(
  resource: ResourceOfPageFragment,
  search: Pick<ResourceSearch, "day" | "from" | "to">,
): string | undefined {
  const { day, from, to } = search;
  if (day === undefined || from === undefined || to === undefined) return "请选好日期和起止时间。";
  if (!wantedTime(search)) return "结束时间要晚于开始时间。";
  return brokenRule(resource, { day, from, to }, new Date());
}

/** The times that the hub offers where it rejects one; only those within a day fit into the form. */
function offeredBy(error: Error | null): readonly ChosenTime[] {
  if (!(error instanceof Refused)) return [];
  return error.nearest
    .filter(({ start, end }) => dayOf(start) === dayOf(end))
    .map(({ start, end }) => ({ day: dayOf(start), from: showTime(start), to: showTime(end) }));
}
