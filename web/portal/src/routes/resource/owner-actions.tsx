import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { DiscardDraft } from "../../components/discard-draft.tsx";
import { Fault } from "../../components/fault.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import {
  PortalDiscardResourceDocument,
  PortalPublishResourceDocument,
  PortalWithdrawResourceDocument,
  type ResourceOfPageFragment,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { RESOURCE_STATES } from "../../words/resources.ts";

/** What the unit that offers it can do: change it, publish or discard a draft, take it off the list. */
export function OwnerActions({ resource }: { readonly resource: ResourceOfPageFragment }) {
  const { id, version, state, title } = resource;
  const publish = useChange(PortalPublishResourceDocument);
  const navigate = useNavigate();
  const discard = useChange(PortalDiscardResourceDocument, () => navigate({ to: "/resources" }));
  const withdraw = useChange(PortalWithdrawResourceDocument);
  return (
    <div className="buttons">
      <StateMark tone={state === "PUBLISHED" ? "good" : "muted"}>
        {`本单位提供 · ${RESOURCE_STATES[state]}`}
      </StateMark>
      {state !== "PUBLISHED" && (
        <Button
          look="main"
          isDisabled={publish.isPending}
          onPress={() => publish.mutate({ id, version })}
        >
          {state === "DRAFT" ? "发布" : "重新发布"}
        </Button>
      )}
      <Link to="/resources/$id/edit" params={{ id }} className="button">
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
          action="撤下"
          question={`撤下“${title}”？今后的预约会一并取消，并把原因告诉预约的单位。撤错了可以重新发布，但取消了的预约不会恢复。`}
          reasonLabel="原因"
          error={withdraw.error}
          onConfirm={async (reason) => {
            await withdraw.mutateAsync({ id, version, reason });
          }}
        />
      )}
      <Fault error={publish.error} />
    </div>
  );
}
