import { orNull } from "../../forms/filled.ts";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import { was } from "../../forms/was.ts";
import {
  type NeedOfPageFragment,
  NeedPageDocument,
  PortalUpdateNeedDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES, NEED_KINDS } from "../../words/labels.ts";
import { NeedFields } from "../need-new/need-fields.tsx";
import {
  NONE,
  type NeedSharing,
  SharingFields,
  checkSharing,
} from "../need-new/sharing-fields.tsx";
import { type NeedDraft, checkNeed } from "../need-new/values.ts";

const route = getRouteApi("/needs/$id/edit");

/** Changes what a unit needs. */
export function ChangeNeedPage() {
  const { id } = route.useParams();
  const viewer = useViewer();
  const query = useAsk(NeedPageDocument, { id });
  return (
    <Loaded query={query}>
      {({ need }) =>
        need ? (
          <div className="page narrow">
            <p className="trail">
              <Link to="/needs/$id" params={{ id }}>
                {need.title}
              </Link>
            </p>
            <h1>修改需求</h1>
            {actsFor(viewer, need.organization?.id) ? (
              <ChangeForm need={need} />
            ) : (
              <Empty title="需求由提出单位的联络员修改" />
            )}
          </div>
        ) : (
          <Lost />
        )
      }
    </Loaded>
  );
}

function ChangeForm({ need }: { readonly need: NeedOfPageFragment }) {
  const navigate = useNavigate();
  const update = useChange(PortalUpdateNeedDocument);
  const { id, version } = need;
  const before = need.neededBy ?? undefined;
  const form = useForm<NeedDraft & NeedSharing>({
    name: `need.${id}`,
    initial: {
      title: need.title,
      kind: need.kind,
      quantity: need.quantity ?? undefined,
      unit: need.unit ?? "",
      description: need.description ?? "",
      neededBy: before,
      committeeId: need.committee?.id ?? NONE,
      collectionRoundId: need.collectionRound?.id ?? NONE,
      audience: need.audience,
    },
    check: (values) => ({ ...checkNeed(values, before), ...checkSharing(values) }),
    send: async ({ title, kind, quantity = null, unit, description, ...values }) => {
      const { neededBy = null, audience, committeeId, collectionRoundId } = values;
      await update.mutateAsync({
        id,
        version,
        title,
        kind,
        quantity,
        neededBy,
        audience,
        committeeId: committeeId === NONE ? null : committeeId,
        collectionRoundId: collectionRoundId === NONE ? null : collectionRoundId,
        unit: orNull(unit),
        description: orNull(description),
      });
      void navigate({ to: "/needs/$id", params: { id } });
    },
  });
  return (
    <Form
      form={form}
      action="保存"
      label="修改需求"
      more={
        <Link to="/needs/$id" params={{ id }} className="button button-quiet">
          不改了
        </Link>
      }
    >
      <NeedFields form={form} />
      <SharingFields
        form={form}
        organizationId={need.organization?.id ?? ""}
        kept={{ committee: need.committee, round: need.collectionRound }}
      />
      <WhatWas need={need} values={form.values} />
    </Form>
  );
}

/** What it said before, of all that says something else now. */
function WhatWas({
  need,
  values,
}: {
  readonly need: NeedOfPageFragment;
  readonly values: NeedDraft & NeedSharing;
}) {
  const lines = [
    ["标题", need.title, values.title],
    ["类别", NEED_KINDS[need.kind], NEED_KINDS[values.kind]],
    ["数量", String(need.quantity ?? ""), String(values.quantity ?? "")],
    ["计量单位", need.unit ?? "", values.unit],
    ["日期", need.neededBy ?? "", values.neededBy ?? ""],
    ["说明", need.description ?? "", values.description],
    ["谁可以看到", AUDIENCES[need.audience], AUDIENCES[values.audience]],
  ].flatMap(([label = "", before = "", now = ""]) => {
    const words = was(before, now);
    return words === undefined ? [] : [`${label}${words}`];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="hint" aria-label="改动之前">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
