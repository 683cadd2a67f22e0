import { actsFor, runs } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import {
  type ContactCardPartsFragment,
  PortalWithdrawContactCardDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { ContactCardForm } from "./contact-card-form.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";

interface ContactCardProps {
  readonly card: ContactCardPartsFragment;
  readonly withOwner: boolean;
}

/** Whom to call. Without the holder's consent the hub masks the name for all but the unit itself. */
export function ContactCard({ card, withOwner }: ContactCardProps) {
  const { id, version, post, holderName, officePhone, hours, consentedAt } = card;
  const { organization, committee } = card;
  const viewer = useViewer();
  const withdraw = useChange(PortalWithdrawContactCardDocument);
  const isOwn = organization ? actsFor(viewer, organization.id) : runs(viewer, committee);
  const isMasked = holderName.endsWith("**");
  return (
    <li className="card">
      <p className="card-title">
        {post} · {holderName}
      </p>
      {withOwner && (
        <p>
          {organization ? (
            <OrganizationLink organization={organization} />
          ) : (
            <CommitteeLink committee={committee} />
          )}
        </p>
      )}
      {officePhone !== null && (
        <p>
          <a href={`tel:${officePhone}`}>{officePhone}</a>
        </p>
      )}
      {hours !== null && <p className="muted">{hours}</p>}
      {isMasked && <p className="hint">本人尚未同意公开，因此不显示全名和电话。</p>}
      {isOwn && consentedAt === null && (
        <p>
          <StateMark tone="wait">本人未同意公开，仅本单位可见</StateMark>
        </p>
      )}
      {isOwn && (
        <div className="buttons">
          <FormDialog action="更改" title="更改连心卡" look="quiet">
            {(close) => <ContactCardForm card={card} onDone={close} />}
          </FormDialog>
          <Confirm
            action="撤回"
            question={`撤回“${post}”的连心卡？撤回后不再显示，也不能恢复；需要时可以另做一张。`}
            reasonLabel="原因"
            error={withdraw.error}
            onConfirm={async (reason) => {
              await withdraw.mutateAsync({ id, version, reason });
            }}
          />
        </div>
      )}
    </li>
  );
}
