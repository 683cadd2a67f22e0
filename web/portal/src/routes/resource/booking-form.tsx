import { useState } from "react";
import { AddToBasket } from "../../components/add-to-basket.tsx";
import { filled } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { Refused } from "../../graph/ask.ts";
import { PortalBookDocument, type ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { isSameRange, timeWishOf } from "../../words/chosen-time.ts";
import { showMinutes } from "../../words/place.ts";
import { Availability } from "./availability.tsx";
import { BookedNotice, type Booked } from "./booked-notice.tsx";
import {
  ChosenTimeFields,
  DetailFields,
  type OwnUnits,
  UnitField,
  faultOfTime,
  faultsOfDetails,
  noBooking,
  useChosenTime,
} from "./booking-fields.tsx";
import { TimesInstead, timesOf } from "./times-instead.tsx";

interface BookingFormProps {
  readonly resource: ResourceOfPageFragment;
  /** Units that the viewer acts for. */
  readonly units: OwnUnits;
}

/** Books for one of the viewer's units. The time is in the address: the week beside it shows it, too. */
export function BookingForm({ resource, units }: BookingFormProps) {
  const { search, choose, during } = useChosenTime();
  const [booked, setBooked] = useState<Booked>();
  // Before its time is read anew, which is taken from now on.
  const book = useChange(PortalBookDocument, async ({ bookResource }) => {
    if (bookResource) setBooked({ booking: bookResource.booking, isUndone: false });
  });
  const form = useForm({
    name: `book.${resource.id}`,
    initial: noBooking(units),
    check: (values) => ({
      during: faultOfTime(resource, search),
      ...faultsOfDetails(resource, values),
    }),
    send: async ({ organizationId = "", quantity = 1, purpose }) => {
      if (!during) return;
      setBooked(undefined);
      await book.mutateAsync({
        resourceId: resource.id,
        organizationId,
        during,
        quantity,
        ...filled({ purpose }),
      });
    },
  });
  const offered = book.error instanceof Refused ? timesOf(book.error.nearest) : [];
  // The time that was just booked is taken, by whoever looks at it: nothing is said about it until another is chosen.
  const isDone =
    booked?.isUndone === false &&
    during !== undefined &&
    isSameRange(booked.booking.during, during);
  const broken = isDone
    ? undefined
    : (form.fault("during") ?? (during && faultOfTime(resource, search)));
  const { organizationId, quantity, purpose } = form.values;
  const isOwn = organizationId === resource.provider?.id;
  const waits = resource.approval && !isOwn;
  return (
    <Form
      form={form}
      action={waits ? "提交申请" : "预约"}
      label="预约"
      more={<AddToBasket resource={resource} quantity={quantity ?? 1} time={timeWishOf(search)} />}
    >
      {booked && (
        <BookedNotice
          key={booked.booking.id}
          booked={booked}
          onUndone={() => setBooked({ ...booked, isUndone: true })}
        />
      )}
      <UnitField form={form} units={units} />
      <ChosenTimeFields />
      {!isDone && (
        <Availability
          resource={resource}
          wish={{ organizationId, quantity: quantity ?? 1, purpose }}
          onChoose={(time) => choose({ lastDay: undefined, ...time })}
        />
      )}
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
              choose({ lastDay: undefined, ...time });
            }}
          />
        </div>
      )}
      <DetailFields form={form} resource={resource} waits={waits} />
      <p className="hint">
        {waits
          ? `提交后由${resource.provider?.name ?? "提供方"}答复，同意后预约才生效；答复之前，这段时间先为您留着。`
          : `提交后立即生效，不用等答复。${cancelWords(resource)}`}
      </p>
    </Form>
  );
}

/** Until when the unit that books can cancel. */
function cancelWords({ bookingRules: { cancelBeforeMinutes } }: ResourceOfPageFragment): string {
  return cancelBeforeMinutes === 0
    ? "有变化可以随时取消。"
    : `有变化可以取消，最晚在开始前 ${showMinutes(cancelBeforeMinutes)}。`;
}
