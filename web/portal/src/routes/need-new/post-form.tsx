import { filled } from "../../forms/filled.ts";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { namesOf } from "../../app/own-committees.ts";
import { CheckLine } from "../../components/check-line.tsx";
import { Choice } from "../../components/choice.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type Audience,
  type NeedKind,
  PortalPostNeedDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import type { Day } from "../../words/time.ts";
import { NeedFields } from "./need-fields.tsx";
import { NONE, SharingFields, checkSharing } from "./sharing-fields.tsx";
import { checkNeed } from "./values.ts";

interface PostFormProps {
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

const route = getRouteApi("/needs/new");

export function PostForm({ units }: PostFormProps) {
  const { kind, committee, round } = route.useSearch();
  const navigate = useNavigate();
  const post = useChange(PortalPostNeedDocument);
  const form = useForm({
    name: "need",
    initial: {
      organizationId: units[0]?.id ?? "",
      title: "",
      kind: kind ?? ("SERVICE" as NeedKind),
      quantity: undefined as number | undefined,
      unit: "",
      description: "",
      neededBy: undefined as Day | undefined,
      audience: "ALLIANCE" as Audience,
      committeeId: committee ?? NONE,
      collectionRoundId: round ?? NONE,
      publish: true,
    },
    check: (values) => ({
      ...checkNeed(values),
      ...checkSharing(values),
    }),
    send: async (values) => {
      const { quantity, unit, description, neededBy, committeeId, collectionRoundId, ...given } =
        values;
      const { postNeed } = await post.mutateAsync({
        ...given,
        ...(quantity === undefined ? {} : { quantity }),
        ...filled({ unit, description }),
        ...(neededBy === undefined ? {} : { neededBy }),
        ...(committeeId === NONE ? {} : { committeeId }),
        ...(collectionRoundId === NONE ? {} : { collectionRoundId }),
      });
      if (postNeed) void navigate({ to: "/needs/$id", params: { id: postNeed.need.id } });
    },
  });
  const { organizationId, publish } = form.values;
  return (
    <Form form={form} action={publish ? "发布" : "存为草稿"} label="提出需求">
      {units.length > 1 && (
        <Choice
          label="提出单位"
          options={namesOf(units)}
          {...form.field("organizationId")}
          onChange={(id) =>
            form.set({ organizationId: id, committeeId: NONE, collectionRoundId: NONE })
          }
        />
      )}
      <NeedFields form={form} />
      <SharingFields form={form} organizationId={organizationId} />
      <CheckLine value={publish} onChange={(value) => form.set({ publish: value })}>
        马上发布（不勾选就先存为草稿，只有本单位能看到）
      </CheckLine>
    </Form>
  );
}
