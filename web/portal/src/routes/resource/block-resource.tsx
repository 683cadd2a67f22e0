import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { WhenFields } from "../../forms/when-fields.tsx";
import { NO_TIME, rangeOf } from "../../forms/when.ts";
import {
  PortalBlockResourceDocument,
  type PortalBlockResourceMutation,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { showRange } from "../../words/time.ts";
import { BookingsMet } from "./bookings-met.tsx";

type Blocked = NonNullable<PortalBlockResourceMutation["blockResource"]>;

/** Blocks a time; afterwards it says which bookings lie within it. */
export function BlockResource({ resource }: { readonly resource: { readonly id: string } }) {
  return (
    <FormDialog action="停用一段时间">
      {(close) => <BlockForm resourceId={resource.id} onDone={close} />}
    </FormDialog>
  );
}

interface BlockFormProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

function BlockForm({ resourceId, onDone }: BlockFormProps) {
  const block = useChange(PortalBlockResourceDocument);
  const [blocked, setBlocked] = useState<Blocked>();
  const form = useForm({
    name: `block.${resourceId}`,
    initial: { ...NO_TIME, during: undefined, reason: "" },
    check: (values) => ({
      during: faultOfTime(rangeOf(values)),
      reason: textFault(values.reason, { name: "原因", most: 500 }),
    }),
    send: async (values) => {
      const during = rangeOf(values);
      if (!during) return;
      const { blockResource } = await block.mutateAsync({
        resourceId,
        during,
        reason: values.reason,
      });
      if (blockResource && blockResource.bookings.length > 0) setBlocked(blockResource);
      else onDone();
    },
  });
  if (blocked) {
    const { blocking, bookings } = blocked;
    return (
      <BookingsMet bookings={bookings}>
        {showRange(blocking.during)} 已停用。其中已有 {bookings.length}{" "}
        个预约，没有取消，预约的单位已收到通知：
      </BookingsMet>
    );
  }
  return (
    <Form form={form} action="停用" label="停用一段时间">
      <WhenFields form={form} />
      <TextLine
        label="原因"
        {...form.field("reason")}
        isRequired
        hint="能看到这项资源的人都能看到，如：空调检修。"
      />
      <p className="hint">这段时间里已有的预约不会取消，预约的单位会收到通知。</p>
    </Form>
  );
}

function faultOfTime(during: { readonly start: string } | undefined): string | undefined {
  if (!during) return "请选好起止时间，结束要晚于开始。";
  return Date.parse(during.start) < Date.now() ? "停用从今后开始，请换一个时间。" : undefined;
}
