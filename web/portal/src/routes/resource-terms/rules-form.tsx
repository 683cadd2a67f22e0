import { CheckLine } from "../../components/check-line.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalSetVenueDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showMinutes } from "../../words/place.ts";
import { Saved } from "./saved.tsx";

/** The most of each, as the hub has it. */
const MOST = {
  minNoticeMinutes: 525_600,
  maxAheadDays: 400,
  slotMinutes: 1440,
  bufferMinutes: 1440,
  maxLengthMinutes: 44_640,
  cancelBeforeMinutes: 525_600,
} as const;
type Name = keyof typeof MOST;

const NAMES: Readonly<Record<Name, string>> = {
  minNoticeMinutes: "最少提前多少分钟",
  maxAheadDays: "最多提前多少天",
  slotMinutes: "按多少分钟一格预约",
  bufferMinutes: "每次用完之后留空多少分钟",
  maxLengthMinutes: "每次最长多少分钟",
  cancelBeforeMinutes: "最晚在开始前多少分钟取消",
};

/** How it is booked. An empty field is no rule. */
export function RulesForm({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version, bookingRules } = resource;
  const setVenue = useChange(PortalSetVenueDocument);
  const given = (name: Name): number | undefined => bookingRules[name] || undefined;
  const form = useForm({
    name: `rules.${id}`,
    initial: {
      minNoticeMinutes: given("minNoticeMinutes"),
      maxAheadDays: given("maxAheadDays"),
      slotMinutes: given("slotMinutes"),
      bufferMinutes: given("bufferMinutes"),
      maxLengthMinutes: given("maxLengthMinutes"),
      cancelBeforeMinutes: given("cancelBeforeMinutes"),
      approval: bookingRules.approval,
      isClosedOnHolidays: bookingRules.onHolidays === "CLOSED",
    },
    check: (values) =>
      Object.fromEntries(
        (Object.keys(MOST) as Name[]).map((name) => [name, faultOf(name, values[name])]),
      ),
    send: async ({ approval, isClosedOnHolidays, ...numbers }) => {
      await setVenue.mutateAsync({
        resourceId: id,
        version,
        bookingRules: {
          minNoticeMinutes: numbers.minNoticeMinutes || null,
          maxAheadDays: numbers.maxAheadDays || null,
          slotMinutes: numbers.slotMinutes || null,
          bufferMinutes: numbers.bufferMinutes || null,
          maxLengthMinutes: numbers.maxLengthMinutes || null,
          cancelBeforeMinutes: numbers.cancelBeforeMinutes || null,
          approval,
          onHolidays: isClosedOnHolidays ? "CLOSED" : "OPEN",
        },
      });
    },
  });
  return (
    <Form form={form} action="保存预约规则" label="预约规则">
      <p className="hint">留空就是没有这条规则。</p>
      <div className="rules-fields">
        {(Object.keys(MOST) as Name[]).map((name) => {
          const value = form.values[name];
          const isMinutes = name !== "maxAheadDays" && value !== undefined && value >= 60;
          return (
            <NumberLine
              key={name}
              label={NAMES[name]}
              {...form.field(name)}
              hint={isMinutes ? `即 ${showMinutes(value)}` : undefined}
            />
          );
        })}
      </div>
      <CheckLine value={form.values.approval} onChange={(approval) => form.set({ approval })}>
        预约要经本单位同意
      </CheckLine>
      <CheckLine
        value={form.values.isClosedOnHolidays}
        onChange={(isClosedOnHolidays) => form.set({ isClosedOnHolidays })}
      >
        法定节假日不开放（调休上班的周末按周一开放）
      </CheckLine>
      <Saved isShown={setVenue.isSuccess} />
    </Form>
  );
}

const faultOf = (name: Name, value: number | undefined): string | undefined =>
  value !== undefined && value > MOST[name] ? `至多 ${MOST[name]}。` : undefined;
