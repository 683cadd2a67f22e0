import { filled } from "../../forms/filled.ts";
import { useNavigate } from "@tanstack/react-router";
import type { OwnCommittee } from "../../app/own-committees.ts";
import { actsFor } from "../../app/roles.ts";
import { usePlace, useViewer } from "../../app/viewer.ts";
import { Choice } from "../../components/choice.tsx";
import { ListField } from "../../components/list-field.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { useCommitteeUnits } from "../../components/use-committee-units.ts";
import { WhenFields } from "../../forms/when-fields.tsx";
import { Form } from "../../forms/form.tsx";
import { textFault } from "../../forms/text-fault.ts";
import { useForm } from "../../forms/use-form.ts";
import { NO_TIME, checkWhen, isPast, rangeOf } from "../../forms/when.ts";
import {
  type ActivityKind,
  type Audience,
  PortalScheduleActivityDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { ACTIVITY_KINDS, AUDIENCES } from "../../words/labels.ts";
import { NO_ROOM, RoomFields } from "../activity/room/room-fields.tsx";
import { TimesRefused } from "../activity/room/times-refused.tsx";
import type { PlanSearch } from "./search.ts";

interface PlanFormProps {
  readonly committees: readonly OwnCommittee[];
  readonly search: PlanSearch;
}

/** Of none of the committee's themes. */
const NO_THEME = "NONE";

export function PlanForm({ committees, search }: PlanFormProps) {
  const navigate = useNavigate();
  const region = usePlace();
  const viewer = useViewer();
  const schedule = useChange(PortalScheduleActivityDocument);
  const form = useForm({
    name: "activity",
    initial: {
      ...NO_TIME,
      day: search.day,
      title: "",
      kind: search.kind ?? ("SERVICE" as ActivityKind),
      committeeId: firstOf(committees, search.committee),
      hostId: undefined as string | undefined,
      audience: "PUBLIC" as Audience,
      ...NO_ROOM,
      theme: NO_THEME,
      place: "",
      description: "",
    },
    check: (values) => ({
      ...checkWhen(values),
      title: textFault(values.title, { name: "标题", most: 100 }),
      place: textFault(values.place, { name: "地点", most: 100, isRequired: false }),
      description: textFault(values.description, { name: "说明", most: 2000, isRequired: false }),
      committeeId: values.committeeId === undefined ? "请选择委员会。" : undefined,
    }),
    send: async ({
      title,
      kind,
      audience,
      theme,
      description,
      venueId: venue,
      place,
      ...values
    }) => {
      const during = rangeOf(values);
      const { committeeId } = values;
      if (!during || committeeId === undefined || hostId === undefined) return;
      const { scheduleActivity } = await schedule.mutateAsync({
        committeeId,
        hostId,
        title,
        kind,
        during,
        audience,
        ...(venue ? { venueId: venue.id } : {}),
        ...(theme === NO_THEME ? {} : { theme }),
        ...filled({ description, place }),
      });
      const id = scheduleActivity?.activity.id;
      if (id !== undefined) void navigate({ to: "/activities/$id", params: { id } });
    },
  });
  const { values } = form;
  const committee = committees.find(({ id }) => id === values.committeeId);
  const { units, baseId, themes, regionCode: ownPlace } = useCommitteeUnits(committee?.id);
  // Whoever does not run the committee plans for the own units alone.
  const hosts = Object.fromEntries(
    Object.entries(units).filter(([id]) => committee?.isRun || actsFor(viewer, id)),
  );
  const hostId =
    values.hostId !== undefined && values.hostId in hosts ? values.hostId : Object.keys(hosts)[0];
  const during = rangeOf(values);
  // What has begun is a record of what was: nobody is asked.
  const isHostAsked =
    hostId !== undefined &&
    hostId !== baseId &&
    !actsFor(viewer, hostId) &&
    !(during && isPast(during));
  return (
    <Form form={form} action="列入日历" label="安排活动" isDisabled={hostId === undefined}>
      <TextLine label="标题" {...form.field("title")} isRequired />
      <div className="pair">
        <Choice
          label="类型"
          options={ACTIVITY_KINDS}
          {...form.field("kind")}
          onChange={(kind) => form.set({ kind: kind as ActivityKind })}
        />
        <Choice
          label="公开范围"
          options={AUDIENCES}
          {...form.field("audience")}
          onChange={(audience) => form.set({ audience: audience as Audience })}
        />
      </div>
      <ListField
        label="委员会"
        options={committees}
        placeholder="输入名称查找"
        {...form.field("committeeId")}
        onChange={(committeeId) => form.set({ committeeId, hostId: undefined, theme: NO_THEME })}
      />
      <Choice label="主办单位" options={hosts} {...form.field("hostId")} value={hostId} />
      {isHostAsked && (
        <p className="hint" role="status">
          {`列入日历后，会请${units[hostId]}确认主办；确认之前，活动上写明“待确认”。它若谢绝，由${units[baseId ?? ""] ?? "委员会"}主办，并通知委员会。`}
        </p>
      )}
      {themes.length > 0 && (
        <Choice
          label="所属主题"
          options={{
            [NO_THEME]: "不属于哪个主题",
            ...Object.fromEntries(themes.map((theme) => [theme, theme])),
          }}
          {...form.field("theme")}
        />
      )}
      <WhenFields form={form} />
      <RoomFields
        form={form}
        when={values}
        onTime={form.set}
        regionCode={region}
        ownPlace={ownPlace}
        hostId={hostId}
      />
      <TimesRefused error={schedule.error} values={values} set={form.set} />
      <TextLine
        label="地点（文字，可不填）"
        {...form.field("place")}
        hint="不用场地，或要写明在哪个房间、哪个门进时填写。"
      />
      <TextArea label="说明（可不填）" {...form.field("description")} />
      <p className="hint">列入日历后，成员单位可以自己报名；时间有变时在活动页上改期。</p>
    </Form>
  );
}

/** The one that the address names; else the only one, or the first that the viewer runs. */
function firstOf(
  committees: readonly OwnCommittee[],
  named: string | undefined,
): string | undefined {
  const found =
    committees.find(({ id }) => id === named) ??
    committees.find(({ isRun }) => isRun) ??
    committees[0];
  return found?.id;
}
