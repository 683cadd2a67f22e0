import { Button } from "../../components/button.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { WhenFields } from "../../forms/when-fields.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { checkWhen, rangeOf, whenOf } from "../../forms/when.ts";
import { PortalRescheduleDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type PageActivity, hasStarted } from "./activity.ts";
import { pastFaults } from "./held-time.ts";
import { RoomOutlook } from "./room/room-outlook.tsx";
import { TimesRefused } from "./room/times-refused.tsx";

interface RescheduleFormProps {
  readonly activity: PageActivity;
  readonly onDone: () => void;
}

/** Another time for an activity, and why: units that take part see both. */
export function RescheduleForm({ activity, onDone }: RescheduleFormProps) {
  const { id, startsAt, endsAt, venue, venueBooking, host } = activity;
  const now = { start: startsAt, end: endsAt };
  const change = useChange(PortalRescheduleDocument);
  const form = useForm({
    name: `reschedule.${id}`,
    initial: { ...whenOf(now), reason: "" },
    check: (values) => {
      const range = rangeOf(values);
      const isSame =
        range &&
        Date.parse(range.start) === Date.parse(now.start) &&
        Date.parse(range.end) === Date.parse(now.end);
      return {
        ...(isSame ? { during: "这就是现在的时间，请改成另一个。" } : {}),
        ...checkWhen(values),
        ...(hasStarted(activity) ? {} : pastFaults(values)),
        reason: textFault(values.reason, { name: "原因", most: 200 }),
      };
    },
    send: async ({ reason, ...values }) => {
      const during = rangeOf(values);
      if (!during) return;
      await change.mutateAsync({ id, during, reason });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      action="改到这个时间"
      label="改期"
      more={
        <Button
          look="quiet"
          onPress={() => {
            form.reset();
            onDone();
          }}
        >
          不改了
        </Button>
      }
    >
      <WhenFields form={form} />
      {venue && venueBooking && (
        <>
          <p>场地：{venue.title}</p>
          <RoomOutlook
            venueId={venue.id}
            hostId={host?.id}
            when={form.values}
            onTime={form.set}
            own={venueBooking.during}
          />
        </>
      )}
      {venueBooking && <p className="hint">场地的预约随活动一起改；订不到新的时间，就都不改。</p>}
      <TimesRefused error={change.error} values={form.values} set={form.set} />
      <TextLine label="原因" {...form.field("reason")} hint="参加的单位会看到。" isRequired />
    </Form>
  );
}
