import { Button } from "../../../components/button.tsx";
import { Confirm } from "../../../components/confirm.tsx";
import { Fault } from "../../../components/fault.tsx";
import {
  PortalAppointSeatDocument,
  PortalEndSeatDocument,
} from "../../../graph/generated/graphql.ts";
import { useChange } from "../../../graph/use-change.ts";
import { SEAT_ROLES } from "../../../words/labels.ts";
import type { ComparedSeat } from "./compare-terms.ts";
import type { OfficeCommittee } from "./page.tsx";
import type { PlannedTerm } from "./terms.tsx";

interface PlannedSeatActionsProps {
  readonly line: ComparedSeat;
  readonly committee: OfficeCommittee;
  readonly planned: PlannedTerm;
}

/** Takes somebody out of the next term, or lets somebody stay after all. */
export function PlannedSeatActions({ line, committee, planned }: PlannedSeatActionsProps) {
  const { role, now, next, change } = line;
  const end = useChange(PortalEndSeatDocument);
  const appoint = useChange(PortalAppointSeatDocument);
  // The secretary stays until somebody else is appointed.
  if (change === "STAYS" && role === "SECRETARY") return null;
  if (next) {
    const name = next.holderName ?? "委员";
    return (
      <div className="buttons">
        <Confirm
          action="移出"
          of={name}
          question={`把${SEAT_ROLES[role]} ${name} 移出第 ${planned.number} 届？${
            change === "FOLLOWS" ? "现任书记随之留任。" : "本届的任职不变。"
          }`}
          reasonLabel="原因"
          error={end.error}
          onConfirm={async (reason) => {
            await end.mutateAsync({ id: next.id, version: next.version, reason });
          }}
        />
      </div>
    );
  }
  const unit = now?.fromOrganization;
  if (!now || !unit || now.holderName === null) return null;
  const { holderName, subject } = now;
  return (
    <div className="buttons">
      <Button
        look="quiet"
        aria-label={`留任：${holderName}`}
        isDisabled={appoint.isPending}
        onPress={() =>
          appoint.mutate({
            committeeId: committee.id,
            termId: planned.id,
            organizationId: unit.id,
            holderName,
            role,
            ...(subject === null ? {} : { subject }),
          })
        }
      >
        留任
      </Button>
      <Fault error={appoint.error} />
    </div>
  );
}
