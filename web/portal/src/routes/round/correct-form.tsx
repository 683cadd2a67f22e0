import { Button } from "../../components/button.tsx";
import { DayField } from "../../components/day-field.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { WasLine } from "../../forms/was-line.tsx";
import { was } from "../../forms/was.ts";
import {
  PortalUpdateRoundDocument,
  type RoundOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type Day, dayOf, showDay } from "../../words/time.ts";
import { endFault } from "../rounds/end-fault.ts";

interface CorrectFormProps {
  readonly round: RoundOfPageFragment;
  readonly onDone: () => void;
}

/** What was entered of a call for lists, with what was before; with another last day, one that is over is open again. */
export function CorrectForm({ round, onDone }: CorrectFormProps) {
  const { id, version, title, state, opensOn, closesOn } = round;
  const update = useChange(PortalUpdateRoundDocument);
  const today = dayOf(new Date());
  const form = useForm({
    name: `round.${id}.correct`,
    initial: {
      title,
      opensOn: opensOn as Day | undefined,
      closesOn: closesOn as Day | undefined,
    },
    check: (values) => {
      const isMoved = values.opensOn !== opensOn || values.closesOn !== closesOn;
      return {
        title: textFault(values.title, { name: "标题", most: 100 }),
        opensOn: values.opensOn === undefined ? "请选择开始的日子。" : undefined,
        // The days of one that is over stay as they are while only its title is corrected.
        closesOn: isMoved ? endFault(values.opensOn, values.closesOn, today) : undefined,
      };
    },
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        title: values.title,
        ...(values.opensOn === undefined ? {} : { opensOn: values.opensOn }),
        ...(values.closesOn === undefined ? {} : { closesOn: values.closesOn }),
      });
      onDone();
    },
  });
  const { values } = form;
  const shown = (day: Day | undefined): string => (day === undefined ? "" : showDay(day));
  const isOpenedAgain = state === "CLOSED" && values.closesOn !== closesOn;
  return (
    <Form
      form={form}
      action="保存更正"
      label="更正清单征集"
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
      <TextLine
        label="标题"
        {...form.field("title")}
        hint={was(title, values.title)}
        isRequired
        autoFocus
      />
      <DayField label="自" {...form.field("opensOn")} />
      <WasLine before={showDay(opensOn)} now={shown(values.opensOn)} />
      <DayField label="至（含）" {...form.field("closesOn")} />
      <WasLine before={showDay(closesOn)} now={shown(values.closesOn)} />
      <p className="hint">
        {isOpenedAgain ? "改了截止的日子，征集就重新打开。" : ""}成员单位会收到通知，写明改了什么。
      </p>
    </Form>
  );
}
