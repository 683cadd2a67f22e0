import { Confirm } from "../../components/confirm.tsx";
import {
  type ApplicationPartsFragment,
  PortalWithdrawApplicationDocument,
} from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";

interface WithdrawApplicationProps {
  readonly application: ApplicationPartsFragment;
}

/** Takes an application back before it is answered. */
export function WithdrawApplication({ application }: WithdrawApplicationProps) {
  const { id, version, committee } = application;
  const withdraw = useChange(PortalWithdrawApplicationDocument);
  return (
    <Confirm
      action="撤回申请"
      of={committee?.name ?? "委员会"}
      question={`撤回加入“${committee?.name ?? "委员会"}”的申请？以后可以重新申请。`}
      error={withdraw.error}
      onConfirm={async () => {
        await withdraw.mutateAsync({ id, version });
      }}
    />
  );
}
