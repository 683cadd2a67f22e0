import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Fault } from "../../components/fault.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import {
  type CommitteeDayQuery,
  PortalAcceptRegistrationTodayDocument,
  PortalReturnRegistrationTodayDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { dayOf, showDay } from "../../words/time.ts";

type Registration = NonNullable<NonNullable<CommitteeDayQuery["toAccept"]>["nodes"]>[number];

/** A unit that has reported to a community, to be accepted or sent back. */
export function RegistrationRow({ registration }: { readonly registration: Registration }) {
  const { id, version, headcount, submittedAt, organization, community } = registration;
  const accept = useChange(PortalAcceptRegistrationTodayDocument);
  const sendBack = useChange(PortalReturnRegistrationTodayDocument);
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          <OrganizationLink organization={organization} none="已注销的单位" />
        </p>
        <p className="muted">
          到{community?.name}报到 · {headcount} 人 · {showDay(dayOf(submittedAt))}提交
        </p>
        <Fault error={accept.error} />
      </div>
      <div className="buttons">
        <Button
          look="main"
          isDisabled={accept.isPending}
          onPress={() => accept.mutate({ id, version })}
        >
          接受
        </Button>
        <Confirm
          action="退回"
          question={`退回${organization?.name ?? "这个单位"}的报到？`}
          reasonLabel="原因（对方会看到）"
          error={sendBack.error}
          onConfirm={async (reason) => {
            await sendBack.mutateAsync({ id, version, reason });
          }}
        />
      </div>
    </li>
  );
}
