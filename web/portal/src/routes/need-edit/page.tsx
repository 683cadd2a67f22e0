import { orNull } from "../../forms/filled.ts";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Lost } from "../../components/lost.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/use-form.ts";
import {
  type NeedOfPageFragment,
  NeedPageDocument,
  PortalUpdateNeedDocument,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { useChange } from "../../graph/use-change.ts";
import { NeedFields } from "../need-new/need-fields.tsx";
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
            {need.state === "WITHDRAWN" ? (
              <Empty title="已经撤回，不能再改">
                <Link to="/needs/new">提出新的需求</Link>
              </Empty>
            ) : actsFor(viewer, need.organization?.id) ? (
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
  const form = useForm<NeedDraft>({
    name: `need.${id}`,
    initial: {
      title: need.title,
      kind: need.kind,
      quantity: need.quantity ?? undefined,
      unit: need.unit ?? "",
      description: need.description ?? "",
      neededBy: before,
    },
    check: (values) => checkNeed(values, before),
    send: async ({ title, kind, quantity = null, unit, description, neededBy = null }) => {
      await update.mutateAsync({
        id,
        version,
        title,
        kind,
        quantity,
        neededBy,
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
    </Form>
  );
}
