import { filled } from "../../forms/filled.ts";
import { useNavigate } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type Audience,
  type FunctionArea,
  PortalShareResourceDocument,
  type ResourceKind,
  type VenueKind,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { RESOURCE_KINDS } from "../../words/labels.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import { checkResource } from "./check-resource.ts";
import { CommitteeChoice, NO_COMMITTEE, SHARED_WITH, committeeFault } from "./committee-choice.tsx";
import { VenueFields } from "./venue-fields.tsx";

interface ShareFormProps {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

export function ShareForm({ units }: ShareFormProps) {
  const navigate = useNavigate();
  const share = useChange(PortalShareResourceDocument);
  const form = useForm({
    name: "resource",
    initial: {
      providerId: units[0]?.id ?? "",
      title: "",
      kind: "VENUE" as ResourceKind,
      venueKind: undefined as VenueKind | undefined,
      functionAreas: [] as readonly FunctionArea[],
      capacity: undefined as number | undefined,
      unit: "",
      description: "",
      audience: "PUBLIC" as Audience,
      committeeId: NO_COMMITTEE,
      approval: false,
      publish: true,
    },
    check: (values) => ({
      ...checkResource(values),
      committeeId: committeeFault(values),
    }),
    send: async ({
      kind,
      venueKind,
      functionAreas,
      capacity,
      unit,
      description,
      committeeId,
      ...given
    }) => {
      const { shareResource } = await share.mutateAsync({
        ...given,
        kind,
        ...(kind === "VENUE" ? { functionAreas: [...functionAreas] } : {}),
        ...(kind === "VENUE" && venueKind ? { venueKind } : {}),
        ...(capacity === undefined ? {} : { capacity }),
        ...filled({ unit, description }),
        ...(committeeId === NO_COMMITTEE ? {} : { committeeId }),
      });
      if (shareResource)
        void navigate({ to: "/resources/$id", params: { id: shareResource.resource.id } });
    },
  });
  const { providerId, kind, publish, approval } = form.values;
  return (
    <Form form={form} action={publish ? "发布" : "存为草稿"} label="提供资源">
      {units.length > 1 && (
        <Choice
          label="提供单位"
          options={namesOf(units)}
          {...form.field("providerId")}
          onChange={(id) => form.set({ providerId: id, committeeId: NO_COMMITTEE })}
        />
      )}
      <TextLine
        label="名称"
        {...form.field("title")}
        isRequired
        hint="别的单位一眼能看懂的，如：三楼会议室、投影仪。"
      />
      <Choice
        label="类别"
        options={RESOURCE_KINDS}
        {...form.field("kind")}
        onChange={(chosen) => form.set({ kind: chosen as ResourceKind })}
      />
      {kind === "VENUE" && <VenueFields form={form} />}
      <div className="pair">
        <NumberLine
          label="同时可预约的数量"
          {...form.field("capacity")}
          placeholder="1"
          hint="不填就是一次只约给一家。"
        />
        <TextLine label="计量单位" {...form.field("unit")} placeholder="间、台、人、场" />
      </div>
      <TextArea
        label="说明"
        {...form.field("description")}
        hint="能坐多少人、有什么设备、什么时候开放、使用时要注意什么。"
      />
      <Choice
        label="谁可以看到"
        options={SHARED_WITH}
        {...form.field("audience")}
        onChange={(audience) => form.set({ audience: audience as Audience })}
      />
      <CommitteeChoice unit={providerId} {...form.field("committeeId")} />
      {BOOKABLE_KINDS.includes(kind) && (
        <CheckLine value={approval} onChange={(value) => form.set({ approval: value })}>
          预约要经本单位同意
        </CheckLine>
      )}
      <CheckLine value={publish} onChange={(value) => form.set({ publish: value })}>
        马上发布（不勾选就先存为草稿，只有本单位能看到）
      </CheckLine>
    </Form>
  );
}
