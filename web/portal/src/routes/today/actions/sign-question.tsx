import { Link } from "@tanstack/react-router";
import { QuestionDialog } from "../../../components/dialogs/question-dialog.tsx";
import { Fault } from "../../../components/fault.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import {
  AgreementPageDocument,
  TaskSignAgreementDocument,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { OwnCommitments } from "../../agreement/own-commitments.tsx";
import { textOf } from "../../agreement/text-of.ts";
import type { TaskActionProps } from "./task-action.ts";

interface SignQuestionProps extends Omit<TaskActionProps, "tell"> {
  readonly close: () => void;
}

/** What is signed, and whether to sign it. */
export function SignQuestion({ task, done, close }: SignQuestionProps) {
  const { recordId: id, organization: party } = task;
  const query = useAsk(AgreementPageDocument, { id });
  const sign = useChange(TaskSignAgreementDocument, done);
  const agreement = query.data?.agreement;
  const signNow = async (): Promise<void> => {
    if (!agreement || !party) return;
    // What goes wrong is told in the dialog.
    await sign
      .mutateAsync({ id, version: agreement.version, organizationId: party.id })
      .catch(() => undefined);
  };
  return (
    <QuestionDialog
      title="签署"
      look="main"
      stay="再看看"
      isOpen
      onOpenChange={close}
      canSayYes={agreement != null && party != null && !sign.isPending}
      onYes={signNow}
    >
      <Loaded query={query}>
        {({ agreement: found }) =>
          found && party ? (
            <>
              <p>
                代表{party.name}签署{textOf(found)}？签署后不能撤回。
              </p>
              <OwnCommitments agreement={found} party={party} />
              <p>
                <Link to="/agreements/$id" params={{ id }}>
                  看全文
                </Link>
              </p>
            </>
          ) : (
            <p>协议已经不在了，或者您看不到它。</p>
          )
        }
      </Loaded>
      <Fault error={sign.error} />
    </QuestionDialog>
  );
}
