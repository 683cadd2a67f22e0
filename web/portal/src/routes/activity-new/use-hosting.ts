import type { OwnCommittee } from "../../app/own-committees.ts";
import { actsFor } from "../../app/roles.ts";
import { useViewer } from "../../app/viewer.ts";
import { PlanCommitteeDocument } from "../../graph/generated/graphql.ts";
import { useEveryPage } from "../../graph/use-pages.ts";

/** What a committee has to say about an activity of it. */
interface Hosting {
  /** Who may host it, by id: any of its units for whoever runs it, else the viewer's own. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The committee's own labels for its work. */
  readonly themes: readonly string[];
}

export function useHosting(committee: OwnCommittee | undefined): Hosting {
  const viewer = useViewer();
  const pages = useEveryPage(
    PlanCommitteeDocument,
    { committeeId: committee?.id ?? "" },
    ({ committee: found }) =>
      found?.memberUnits && {
        ...found.memberUnits,
        nodes: [
          { unit: found.organization, themes: found.themes },
          ...found.memberUnits.nodes.map(({ organization: unit }) => ({ unit, themes: [] })),
        ],
      },
    { isEnabled: committee !== undefined },
  );
  const found = pages.nodes ?? [];
  return {
    hosts: Object.fromEntries(
      found.flatMap(({ unit }) =>
        unit && (committee?.isRun || actsFor(viewer, unit.id)) ? [[unit.id, unit.name]] : [],
      ),
    ),
    themes: [...new Set(found.flatMap(({ themes }) => themes))],
  };
}
