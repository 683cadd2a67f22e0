import { Link, useNavigate } from "@tanstack/react-router";
import { Confirm } from "../../components/confirm.tsx";
import { DiscardDraft } from "../../components/discard-draft.tsx";
import {
  type NeedOfPageFragment,
  PortalDiscardNeedDocument,
  PortalPublishNeedDocument,
  PortalWithdrawNeedDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { AUDIENCES } from "../../words/labels.ts";

/** What the unit that needs it can do: change it, publish or discard a draft, take it off the list. */
export function OwnerPanel({ need }: { readonly need: NeedOfPageFragment }) {
  const { id, version, state, title, audience } = need;
  const publish = useChange(PortalPublishNeedDocument);
  const navigate = useNavigate();
  const discard = useChange(PortalDiscardNeedDocument, () => navigate({ to: "/needs" }));
  const withdraw = useChange(PortalWithdrawNeedDocument);
  if (state === "WITHDRAWN")
    return (
      <aside className="panel stack">
        <h2>本单位的需求</h2>
        <p>已经撤回。撤错了可以重新发布，也可以先修改再发布。</p>
        <Confirm
          action="重新发布"
          look="main"
          question={`重新发布“${title}”？${AUDIENCES[audience]}。`}
          stay="不，已经不需要"
          error={publish.error}
          onConfirm={async () => {
            await publish.mutateAsync({ id, version });
          }}
        />
        <Link to="/needs/$id/edit" params={{ id }} className="button button-plain">
          修改
        </Link>
        <Link to="/needs/new" search={{}}>
          提出新的需求
        </Link>
      </aside>
    );
  return (
    <aside className="panel stack">
      <h2>本单位的需求</h2>
      {state === "DRAFT" && (
        <Confirm
          action="发布"
          look="main"
          question={`发布“${title}”？${AUDIENCES[audience]}。发布后还可以修改，也可以撤回。`}
          stay="再看看"
          error={publish.error}
          onConfirm={async () => {
            await publish.mutateAsync({ id, version });
          }}
        />
      )}
      <Link to="/needs/$id/edit" params={{ id }} className="button button-plain">
        修改
      </Link>
      {state === "DRAFT" && (
        <DiscardDraft
          title={title}
          error={discard.error}
          onDiscard={() => discard.mutateAsync({ id, version })}
        />
      )}
      {state === "PUBLISHED" && (
        <Confirm
          action="撤回"
          look="plain"
          question={`撤回“${title}”？撤回后别的单位看不到；撤错了可以重新发布。`}
          reasonLabel="原因（看过这项需求的单位会看到），如：已解决"
          error={withdraw.error}
          onConfirm={async (reason) => {
            await withdraw.mutateAsync({ id, version, reason });
          }}
        />
      )}
    </aside>
  );
}
