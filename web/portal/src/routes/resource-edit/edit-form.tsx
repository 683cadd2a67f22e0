import { orNull } from "../../forms/filled.ts";
import { Link, useNavigate } from "@tanstack/react-router";
import { CheckLine } from "../../components/check-line.tsx";
import { NumberLine } from "../../components/number-line.tsx";
import { TextArea } from "../../components/text-area.tsx";
import { TextLine } from "../../components/text-line.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  PortalUpdateResourceDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { BOOKABLE_KINDS } from "../../words/resources.ts";
import { checkResource } from "../resource-new/check-resource.ts";
import { VenueFields } from "../resource-new/venue-fields.tsx";

export function EditForm({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version, kind } = resource;
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
    },
    check: checkResource,
    send: async ({ title, capacity, unit, description, approval, venueKind, functionAreas }) => {
      await update.mutateAsync({
        id,
        version,
        title,
        approval,
        ...(capacity === undefined ? {} : { capacity }),
        unit: orNull(unit),
        description: orNull(description),
        ...(kind === "VENUE" ? { functionAreas: [...functionAreas] } : {}),
        ...(kind === "VENUE" && venueKind ? { venueKind } : {}),
      });
      void navigate({ to: "/resources/$id", params: { id } });
    },
  });
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
      <TextLine label="名称" {...form.field("title")} isRequired />
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
      {BOOKABLE_KINDS.includes(kind) && (
        <CheckLine value={form.values.approval} onChange={(approval) => form.set({ approval })}>
          预约要经本单位同意
        </CheckLine>
      )}
    </Form>
  );
}
