import { Button } from "../../components/button.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalSetVenueDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { BookingsMet } from "../resource/bookings-met.tsx";
import { HoursRow, type Period } from "./hours-row.tsx";
import { Saved } from "./saved.tsx";

/** What is added first: an ordinary day. */
const ORDINARY = { from: "09:00", to: "18:00", validFrom: null, validTo: null, note: null };
const WORKDAYS = [1, 2, 3, 4, 5] as const;

/** The weekly hours, one row for each period. */
export function HoursForm({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version } = resource;
  const setVenue = useChange(PortalSetVenueDocument);
  const form = useForm({
    name: `hours.${id}`,
    initial: { openingHours: resource.openingHours as readonly Period[] },
    check: ({ openingHours }) =>
      Object.fromEntries(
        openingHours.flatMap(({ from, to, validFrom, validTo }, at) => [
          [
            `openingHours.${at}.to`,
            to <= from ? "结束要晚于开始；过午夜的请分成两段，到 24:00 为止。" : undefined,
          ],
          [
            `openingHours.${at}.validTo`,
            validFrom !== null && validTo !== null && validTo < validFrom
              ? "不能早于开始的那一天。"
              : undefined,
          ],
        ]),
      ),
    send: async ({ openingHours }) => {
      await setVenue.mutateAsync({
        resourceId: id,
        version,
        openingHours: openingHours.map((period) => ({ ...period, note: period.note || null })),
      });
    },
  });
  const outside = setVenue.data?.setVenue?.bookings ?? [];
  const { openingHours } = form.values;
  const set = (changed: readonly Period[]): void => form.set({ openingHours: inOrder(changed) });
  const next = Object.keys(WEEKDAYS)
    .map(Number)
    .find((weekday) => openingHours.every((one) => one.weekday !== weekday));
  return (
    <Form form={form} action="保存开放时间" label="开放时间">
      {openingHours.length === 0 && <p>没有填写：全天候开放。</p>}
      {openingHours.map((period, at) => (
        <HoursRow
          key={at}
          number={at + 1}
          period={period}
          fault={(field) => form.fault(`openingHours.${at}.${field}`)}
          onChange={(changed) =>
            form.set({
              openingHours: openingHours.map((one, other) =>
                other === at ? { ...one, ...changed } : one,
              ),
            })
          }
          onRemove={() => set(openingHours.filter((_, other) => other !== at))}
          onCopy={() => set(copied(openingHours, period.weekday))}
        />
      ))}
      <div className="buttons">
        <Button onPress={() => set([...openingHours, { ...ORDINARY, weekday: next ?? 1 }])}>
          添加一段
        </Button>
      </div>
      <Saved isShown={setVenue.isSuccess} />
      {outside.length > 0 && (
        <BookingsMet bookings={outside}>
          {outside.length} 个已有的预约不在开放时间内，没有取消，预约的单位已收到通知：
        </BookingsMet>
      )}
    </Form>
  );
}

/** The periods of a day, on all days from Monday to Friday. */
function copied(periods: readonly Period[], weekday: number): readonly Period[] {
  const own = periods.filter((one) => one.weekday === weekday);
  const others = periods.filter((one) => !WORKDAYS.some((day) => day === one.weekday));
  return [...WORKDAYS.flatMap((day) => own.map((one) => ({ ...one, weekday: day }))), ...others];
}

const inOrder = (periods: readonly Period[]): readonly Period[] =>
  periods.toSorted(
    (one, other) => one.weekday - other.weekday || one.from.localeCompare(other.from),
  );
