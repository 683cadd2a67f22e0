import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useViewer } from "../../app/viewer.ts";
import { Confirm } from "../../components/confirm.tsx";
import { DiscardDraft } from "../../components/discard-draft.tsx";
import {
  type AgreementOfPageFragment,
  PortalDiscardAgreementDocument,
  PortalProposeAgreementDocument,
  PortalTerminateAgreementDocument,
  PortalWithdrawProposalDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { SignButton } from "./sign-button.tsx";
import { textOf } from "./text-of.ts";
import type { AgreementRights } from "./rights.ts";

interface ActionsProps {
  readonly agreement: AgreementOfPageFragment;
  readonly rights: AgreementRights;
}

/** What the viewer can do with an agreement now. */
export function Actions({ agreement, rights }: ActionsProps) {
  const viewer = useViewer();
  const { href } = useLocation();
  const { id, version, state, parties } = agreement;
  const propose = useChange(PortalProposeAgreementDocument);
  const navigate = useNavigate();
  const discard = useChange(PortalDiscardAgreementDocument, () => navigate({ to: "/agreements" }));
  const withdraw = useChange(PortalWithdrawProposalDocument);
  const terminate = useChange(PortalTerminateAgreementDocument);
  const isUnsigned = parties.every(({ signedAt }) => signedAt === null);
  const isOver = state === "EXPIRED" || state === "TERMINATED";
  if (viewer?.kind === "ANONYMOUS" && state === "PROPOSED")
    return (
      <section className="panel stack actions">
        <h2>办理</h2>
        <Link to="/sign-in" search={{ back: href }}>
          登录后为本单位签署
        </Link>
      </section>
    );
  if (!rights.canChange || isOver) return null;
  const text = textOf(agreement);
  return (
    <section className="panel stack actions">
      <h2>办理</h2>
      {rights.toSign.map((party) => (
        <SignButton
          key={party.id}
          agreement={agreement}
          party={party}
          isOne={rights.toSign.length === 1}
        />
      ))}
      {state === "DRAFT" && (
        <Link to="/agreements/$id/edit" params={{ id }} className="button button-plain">
          修改草稿
        </Link>
      )}
      {state === "DRAFT" && (
        <Confirm
          action="提出，请各方签署"
          look="main"
          question={`提出${text}？提出后文本不能再改，各方即可签署。`}
          stay="再看看"
          error={propose.error}
          onConfirm={async () => {
            await propose.mutateAsync({ id, version });
          }}
        />
      )}
      {state === "DRAFT" && (
        <DiscardDraft
          title={agreement.title}
          error={discard.error}
          onDiscard={() => discard.mutateAsync({ id, version })}
        />
      )}
      {state === "PROPOSED" && isUnsigned && (
        <Confirm
          action="退回草稿"
          look="plain"
          question="退回草稿后可以修改文本，改好再提出。现在还没有一方签署。"
          stay="不，留着"
          error={withdraw.error}
          onConfirm={async () => {
            await withdraw.mutateAsync({ id, version });
          }}
        />
      )}
      {(state === "PROPOSED" || state === "ACTIVE") && (
        <Confirm
          action="终止协议"
          look="plain"
          question={`终止${text}？终止后不能恢复。`}
          reasonLabel="原因（各方会看到）"
          error={terminate.error}
          onConfirm={async (reason) => {
            await terminate.mutateAsync({ id, version, reason });
          }}
        />
      )}
    </section>
  );
}
