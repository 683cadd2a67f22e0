import { useState } from "react";
import { actsFor, runs } from "../../app/roles.ts";
import { type Viewer, useViewer } from "../../app/viewer.ts";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { PortalRemoveAgendaItemDocument } from "../../graph/generated/graphql.ts";
import { useChange } from "../../graph/use-change.ts";
import { type PageActivity, isOpen } from "./activity.ts";
import { isCorrectable } from "../../words/correctable.ts";
import { AgendaForm } from "./agenda-form.tsx";
import { ItemForm } from "./item-form.tsx";

/**
 * What a meeting talks about, in order. Until it is held, members put items on it, change theirs and take them off;
 * after that whoever runs the committee corrects it.
 */
export function Agenda({ activity }: { readonly activity: PageActivity }) {
  const viewer = useViewer();
  const [isProposing, setProposing] = useState(false);
  const [corrected, setCorrected] = useState<string>();
  const remove = useChange(PortalRemoveAgendaItemDocument);
  const { agendaItems, committee, heldAt } = activity;
  const isRun = runs(viewer, committee);
  const mayCorrect = isRun && heldAt !== null && isCorrectable(heldAt);
  const mayPut = mayCorrect || (isOpen(activity) && (isRun || hasSeat(viewer, committee?.id)));
  return (
    <section className="stack">
      <h2>议题</h2>
      {agendaItems.length === 0 ? (
        <Empty title="还没有议题">
          {mayPut ? "委员和书记在会前提出议题。" : "议题由委员会的委员和书记提出。"}
        </Empty>
      ) : (
        <ol className="rows" aria-label="议题">
          {agendaItems.map((item, index) => {
            const { id, version, title, detail, proposedBy } = item;
            if (corrected === id)
              return (
                <li key={id} className="row">
                  <div className="row-main">
                    <ItemForm item={item} onDone={() => setCorrected(undefined)} />
                  </div>
                </li>
              );
            return (
              <li key={id} className="row">
                <span className="row-time muted">{index + 1}</span>
                <div className="row-main">
                  <p className="row-title">{title}</p>
                  {detail !== null && <p className="prose">{detail}</p>}
                  {proposedBy && (
                    <p className="muted">
                      <OrganizationLink organization={proposedBy} />
                      提出
                    </p>
                  )}
                </div>
                {mayPut && (isRun || isOfOwnUnit(viewer, committee?.id, proposedBy?.id)) && (
                  <>
                    <Button
                      look="quiet"
                      aria-label={`更正：${title}`}
                      onPress={() => setCorrected(id)}
                    >
                      更正
                    </Button>
                    <Confirm
                      action="撤下"
                      of={title}
                      question={`从议程撤下“${title}”？需要时可以重新提出。`}
                      reasonLabel="原因"
                      error={remove.error}
                      onConfirm={async (reason) =>
                        void (await remove.mutateAsync({ id, version, reason }))
                      }
                    />
                  </>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {mayPut &&
        (isProposing ? (
          <AgendaForm activity={activity} onDone={() => setProposing(false)} />
        ) : (
          <div>
            <Button onPress={() => setProposing(true)}>提出议题</Button>
          </div>
        ))}
    </section>
  );
}

const hasSeat = (viewer: Viewer | undefined, committeeId: string | undefined): boolean =>
  viewer?.roles.some(
    ({ role, committee }) =>
      (role === "MEMBER" || role === "SECRETARY") && committee?.id === committeeId,
  ) ?? false;

function isOfOwnUnit(
  viewer: Viewer | undefined,
  committeeId: string | undefined,
  unitId: string | undefined,
): boolean {
  if (unitId === undefined) return false;
  const isSender = viewer?.roles.some(
    ({ committee, organization }) => committee?.id === committeeId && organization?.id === unitId,
  );
  return isSender === true || actsFor(viewer, unitId);
}
