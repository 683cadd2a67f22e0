import { FormDialog } from "../../components/form-dialog.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { WhenFields } from "../../forms/when-fields.tsx";
import { rangeOf, whenOf, whenOfTime } from "../../forms/when.ts";
import { Refused } from "../../graph/ask.ts";
import {
  type BookingOfListFragment,
  PortalChangeBookingDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { isSameRange } from "../../words/chosen-time.ts";
import { showRange } from "../../words/time.ts";
import { TimesInstead, timesOf } from "../resource/times-instead.tsx";

interface ChangeBookingProps {
  readonly booking: BookingOfListFragment;
  /** Called once it was changed. @param words what became of it. */
  readonly onChanged: (words: string) => void;
}

/** Moves a booking, or changes how much of it and what for. */
export function ChangeBooking({ booking, onChanged }: ChangeBookingProps) {
  return (
    <FormDialog action="改时间" title="更改预约">
      {(close) => (
        <ChangeForm
          booking={booking}
          onDone={(words) => {
            close();
            onChanged(words);
          }}
        />
      )}
    </FormDialog>
  );
}

interface ChangeFormProps {
  readonly booking: BookingOfListFragment;
  readonly onDone: (words: string) => void;
}

function ChangeForm({ booking, onDone }: ChangeFormProps) {
  const { id, version, during: now, quantity: before, purpose, resource, organization } = booking;
  const change = useChange(PortalChangeBookingDocument);
  const most = resource?.capacity ?? 1;
  const form = useForm({
    name: `change-booking.${id}`,
    initial: {
      ...whenOf(now),
      during: undefined,
      quantity: before as number | undefined,
      purpose: purpose ?? "",
    },
    check: (values) => ({
      during: faultOfRange(rangeOf(values)),
      quantity:
        values.quantity === undefined || values.quantity < 1 || values.quantity > most
          ? `请填写 1 至 ${most} 的数量。`
          : undefined,
      purpose: textFault(values.purpose, { name: "用途", most: 200, isRequired: false }),
    }),
    send: async (values) => {
      const during = rangeOf(values);
      if (!during) return;
      const { changeBooking } = await change.mutateAsync({
        id,
        version,
        during,
        quantity: values.quantity ?? before,
        purpose: orNull(values.purpose),
      });
      const isAsked = changeBooking?.booking.state === "REQUESTED" && isMoved;
      onDone(`${isAsked ? "已提交，等提供方答复" : "已更改"}：${showRange(during)}`);
    },
  });
  const range = rangeOf(form.values);
  const isMoved =
    (range !== undefined && !isSameRange(range, now)) || form.values.quantity !== before;
  const waits = resource?.approval === true && organization?.id !== resource.provider?.id;
  const offered = change.error instanceof Refused ? timesOf(change.error.nearest) : [];
  return (
    <Form form={form} action={waits && isMoved ? "申请更改" : "更改"} label="更改预约">
      <p>
        现在：{showRange(now)}
        {most > 1 && `，${before}${resource?.unit ?? "份"}`}
      </p>
      <WhenFields form={form} />
      {offered.length > 0 && (
        <div className="stack" role="status">
          <p>这些时间可以改约：</p>
          <TimesInstead
            day={form.values.day}
            times={offered}
            onChoose={(time) => {
              change.reset();
              form.set({ ...whenOfTime(time), during: undefined });
            }}
          />
        </div>
      )}
      {most > 1 && (
        <NumberLine
          label={`数量（共 ${most}${resource?.unit ?? ""}）`}
          {...form.field("quantity")}
          isRequired
        />
      )}
      <TextLine label="用途" {...form.field("purpose")} />
      <p className="hint">
        {waits
          ? `时间或数量的更改要${resource.provider?.name ?? "提供方"}同意。答复之前，现在的时段仍为您保留；不同意的，预约照旧。`
          : "改成了，现在的时段才会让出来；改不成，预约照旧。"}
      </p>
    </Form>
  );
}

function faultOfRange(range: ReturnType<typeof rangeOf>): string | undefined {
  if (!range) return "请选好起止时间，结束要晚于开始。";
  return Date.parse(range.start) < Date.now() ? "这个时间已经过去了，请换一个。" : undefined;
}
