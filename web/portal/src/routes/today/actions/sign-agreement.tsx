import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Fault } from "../../../components/fault.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import { Question } from "../../../components/question.tsx";
import {
  AgreementPageDocument,
  PortalSignAgreementDocument,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { OwnCommitments } from "../../agreement/own-commitments.tsx";
import { textOf } from "../../agreement/sign-button.tsx";
import type { TaskActionProps } from "./task-action.ts";

/** Signs an agreement, after showing what is signed and what the unit itself takes on. */
export function SignAgreement({ task, done }: TaskActionProps) {
  const { recordId: id, title, organization: party } = task;
  const [isOpen, setOpen] = useState(false);
  const query = useAsk(AgreementPageDocument, { id }, { isEnabled: isOpen });
  const sign = useChange(PortalSignAgreementDocument, done);
  const agreement = query.data?.agreement;
  if (!party) return null;
  return (
    <>
      <Button aria-label={`签署：${title}`} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        签署
      </Button>
      <Question
        title="签署"
        look="main"
        stay="再看看"
        isOpen={isOpen}
        onOpenChange={setOpen}
        canSayYes={agreement != null && !sign.isPending}
        onYes={() =>
          agreement &&
          sign
            .mutateAsync({ id, version: agreement.version, organizationId: party.id })
            .catch(() => undefined)
        }
      >
        <Loaded query={query}>
          {({ agreement: found }) =>
            found ? (
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
      </Question>
    </>
  );
}
