import { useState } from "react";
import { DayField } from "../../components/day-field.tsx";
import { TimeChoice } from "../../components/time-choice.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type EndpointFragment,
  PortalReplayWebhookDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf, instantAt, showInstant } from "../../words/time.ts";

/** Sends again everything since a time, for a system that has lost something. */
export function Replay({ endpoint }: { readonly endpoint: EndpointFragment }) {
  const { id, version } = endpoint;
  const replay = useChange(PortalReplayWebhookDocument);
  const [done, setDone] = useState<string>();
  const form = useForm({
    name: `partners.replay.${id}`,
    initial: { day: dayOf(new Date()) as Day | undefined, time: "00:00" as string | undefined },
    check: ({ day, time }) => ({
      day:
        day === undefined ? "请填写日期。" : day > dayOf(new Date()) ? "不能晚于今天。" : undefined,
      time: time === undefined ? "请选择时间。" : undefined,
    }),
    send: async ({ day = "", time = "" }) => {
      const since = instantAt(day, time);
      await replay.mutateAsync({ id, version, since });
      setDone(since);
    },
  });
  const { day, time } = form.values;
  return (
    <section className="panel stack">
      <h2>从某时起重新推送</h2>
      <Form
        form={form}
        action="全部重新推送"
        label="从某时起重新推送"
        question={
          <p>
            {day !== undefined && time !== undefined && showInstant(instantAt(day, time))}
            以后的变化全部再推送一遍？接收的系统会再收到它们，编号不变。
          </p>
        }
      >
        <div className="pair">
          <DayField label="日期" {...form.field("day")} />
          <TimeChoice label="时间" value={time} onChange={(one) => form.set({ time: one })} />
        </div>
      </Form>
      {done !== undefined && (
        <p className="notice notice-good" role="status">
          {showInstant(done)}以后的变化正在重新推送。
        </p>
      )}
    </section>
  );
}
