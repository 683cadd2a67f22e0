import { usePlace } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { orNull } from "../../forms/filled.ts";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { was } from "../../forms/was.ts";
import { WasLine } from "../../forms/was-line.tsx";
import { WhenFields } from "../../forms/when-fields.tsx";
import { checkWhen, whenOf } from "../../forms/when.ts";
import {
  type ActivityKind,
  type Audience,
  PortalUpdateActivityDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { ACTIVITY_KINDS, AUDIENCES } from "../../words/labels.ts";
import { showRange } from "../../words/time.ts";
import type { PageActivity } from "./activity.ts";
import { aheadFault, otherTime, shownTime } from "./held-time.ts";
import { NO_ROOM, RoomFields } from "./room/room-fields.tsx";

interface CorrectFormProps {
  readonly activity: PageActivity;
  readonly onDone: () => void;
}

/** Of none of the committee's themes. */
const NO_THEME = "NONE";

/** What was entered of an activity, with what was before; the time of what lies ahead is moved elsewhere. */
export function CorrectForm({ activity, onDone }: CorrectFormProps) {
  const { id, version, title, kind, audience, committee, agendaItems } = activity;
  const { host, startsAt, endsAt, venueBooking } = activity;
  const venue = activity.venue ?? undefined;
  const isAhead = Date.parse(startsAt) > Date.now();
  const isHeld = activity.state === "HELD";
  const before = { start: startsAt, end: endsAt };
  const region = usePlace();
  const [place, theme, description] = [
    activity.place ?? "",
    activity.theme ?? NO_THEME,
    activity.description ?? "",
  ];
  const update = useChange(PortalUpdateActivityDocument);
  const { themes, regionCode: ownPlace } = useCommitteeUnits(committee?.id);
  const form = useForm({
    name: `activity.${id}.correct`,
    initial: {
      title,
      kind,
      audience,
      place,
      theme,
      description,
      ...whenOf(before),
      ...NO_ROOM,
      venueId: venue && { id: venue.id, title: venue.title },
    },
    check: (values) => ({
      ...(isHeld ? { ...checkWhen(values), during: aheadFault(values) } : {}),
      title: textFault(values.title, { name: "标题", most: 100 }),
      place: textFault(values.place, { name: "地点", most: 100, isRequired: false }),
      description: textFault(values.description, { name: "说明", most: 2000, isRequired: false }),
      kind:
        kind === "MEETING" && values.kind !== kind && agendaItems.length > 0
          ? "议程上有议题，只有会议才有议程。请先撤下议题。"
          : undefined,
    }),
    send: async (values) => {
      await update.mutateAsync({
        id,
        version,
        title: values.title,
        kind: values.kind,
        audience: values.audience,
        ...(isHeld ? otherTime(values, before) : {}),
        // Another venue gives its title to the place, unless that was put otherwise.
        ...(values.place === place ? {} : { place: orNull(values.place) }),
        ...(values.venueId?.id === venue?.id ? {} : { venueId: values.venueId?.id ?? null }),
        theme: values.theme === NO_THEME ? null : values.theme,
        description: orNull(values.description),
      });
      onDone();
    },
  });
  const { values } = form;
  const labels = new Set([...themes, ...(theme === NO_THEME ? [] : [theme])]);
  return (
    <Form
      form={form}
      action="保存更正"
      label="更正活动"
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
      <Choice
        label="类型"
        options={ACTIVITY_KINDS}
        {...form.field("kind")}
        onChange={(chosen) => form.set({ kind: chosen as ActivityKind })}
      />
      {values.kind !== kind && <p className="hint">原为：{ACTIVITY_KINDS[kind]}</p>}
      <Choice
        label="公开范围"
        options={AUDIENCES}
        {...form.field("audience")}
        onChange={(chosen) => form.set({ audience: chosen as Audience })}
      />
      {values.audience !== audience && <p className="hint">原为：{AUDIENCES[audience]}</p>}
      {isHeld && (
        <>
          <WhenFields form={form} />
          <WasLine before={showRange(before)} now={shownTime(values)} />
          {venueBooking && <p className="hint">场地的预约按原来的时间保留，不随更正改动。</p>}
        </>
      )}
      {isAhead && (
        <RoomFields
          form={form}
          when={whenOf({ start: startsAt, end: endsAt })}
          regionCode={region}
          ownPlace={ownPlace}
          hostId={host?.id}
          {...(venueBooking ? { own: { ...venueBooking.during, venueId: venue?.id } } : {})}
        />
      )}
      {venue && values.venueId?.id !== venue.id && (
        <p className="hint">原为：{venue.title}；换了场地，原来的随即退回。</p>
      )}
      <TextLine
        label="地点（文字，凡能看到活动的都能看到）"
        {...form.field("place")}
        hint={was(place, values.place)}
      />
      {labels.size > 0 && (
        <>
          <Choice
            label="所属主题"
            options={{
              [NO_THEME]: "不属于哪个主题",
              ...Object.fromEntries([...labels].map((label) => [label, label])),
            }}
            {...form.field("theme")}
          />
          {values.theme !== theme && (
            <p className="hint">原为：{theme === NO_THEME ? "不属于哪个主题" : theme}</p>
          )}
        </>
      )}
      <TextArea
        label="说明（可不填）"
        {...form.field("description")}
        hint={was(description, values.description)}
      />
    </Form>
  );
}
