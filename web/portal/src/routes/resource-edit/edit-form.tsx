import { orNull } from "../../forms/filled.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { Choice } from "../../components/choice.tsx";
import { CheckLine } from "../../components/check-line.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { was } from "../../forms/was.ts";
import {
  type Audience,
  PortalUpdateResourceDocument,
  type ResourceKind,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES, RESOURCE_KINDS } from "../../words/labels.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import { checkResource } from "../resource-new/check-resource.ts";
import {
  CommitteeChoice,
  NO_COMMITTEE,
  SHARED_WITH,
  committeeFault,
} from "../resource-new/committee-choice.tsx";
import { VenueFields } from "../resource-new/venue-fields.tsx";

export function EditForm({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version, audience } = resource;
  const navigate = useNavigate();
  const update = useChange(PortalUpdateResourceDocument);
  const form = useForm({
    name: `resource.${id}`,
    initial: {
      title: resource.title,
      venueKind: resource.venueKind ?? undefined,
      functionAreas: resource.functionAreas as readonly (typeof resource.functionAreas)[number][],
      capacity: resource.capacity ?? undefined,
      unit: resource.unit ?? "",
      description: resource.description ?? "",
      approval: resource.approval,
      kind: resource.kind,
      audience,
      committeeId: resource.committee?.id ?? NO_COMMITTEE,
    },
    check: (values) => ({ ...checkResource(values), committeeId: committeeFault(values) }),
    send: async ({ title, capacity, unit, description, venueKind, functionAreas, ...values }) => {
      const { kind, committeeId } = values;
      await update.mutateAsync({
        id,
        version,
        title,
        ...values,
        committeeId: committeeId === NO_COMMITTEE ? null : committeeId,
        ...(capacity === undefined ? {} : { capacity }),
        unit: orNull(unit),
        description: orNull(description),
        ...(kind === "VENUE" ? { functionAreas: [...functionAreas] } : {}),
        ...(kind === "VENUE" && venueKind ? { venueKind } : {}),
      });
      void navigate({ to: "/resources/$id", params: { id } });
    },
  });
  const { kind } = form.values;
  return (
    <Form
      form={form}
      action="保存"
      label="修改资源"
      more={
        <Link to="/resources/$id" params={{ id }} className="button button-quiet">
          不改了
        </Link>
      }
    >
      <TextLine
        label="名称"
        {...form.field("title")}
        hint={was(resource.title, form.values.title)}
        isRequired
      />
      <Choice
        label="类别"
        options={RESOURCE_KINDS}
        {...form.field("kind")}
        onChange={(chosen) => form.set({ kind: chosen as ResourceKind })}
      />
      {kind !== resource.kind && <p className="hint">原为：{RESOURCE_KINDS[resource.kind]}</p>}
      {kind === "VENUE" && <VenueFields form={form} />}
      <div className="pair">
        <NumberLine
          label="同时可预约的数量"
          {...form.field("capacity")}
          hint="不能少于已经约出去的。"
        />
        <TextLine label="计量单位" {...form.field("unit")} />
      </div>
      <TextArea label="说明" {...form.field("description")} rows={6} />
      <Choice
        label="谁可以看到"
        options={SHARED_WITH}
        {...form.field("audience")}
        onChange={(chosen) => form.set({ audience: chosen as Audience })}
      />
      {form.values.audience !== audience && <p className="hint">原为：{AUDIENCES[audience]}</p>}
      <CommitteeChoice
        unit={resource.provider?.id ?? ""}
        listed={resource.committee}
        {...form.field("committeeId")}
      />
      {BOOKABLE_KINDS.includes(kind) && (
        <CheckLine value={form.values.approval} onChange={(approval) => form.set({ approval })}>
          预约要经本单位同意
        </CheckLine>
      )}
    </Form>
  );
}
