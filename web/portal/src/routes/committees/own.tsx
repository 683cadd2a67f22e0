import { useViewer } from "../../app/viewer.ts";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { CommitteesOfViewerDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { COMMITTEE_LEVELS } from "../../words/labels.ts";

const STANDINGS = {
  SECRETARY: "您任书记",
  DEPUTY: "书记已交您代行",
  MEMBER: "您任委员",
} as const;

/** The committees that a viewer runs, sits in, or whose unit is a member. */
export function OwnCommittees() {
  const viewer = useViewer();
  const isSignedIn = viewer !== undefined && viewer.kind !== "ANONYMOUS";
  const { data } = useAsk(CommitteesOfViewerDocument, {}, { isEnabled: isSignedIn });
  const seated = (viewer?.roles ?? []).flatMap(({ role, committee }) =>
    committee && (role === "SECRETARY" || role === "DEPUTY" || role === "MEMBER")
      ? [{ ...committee, standing: STANDINGS[role] as string }]
      : [],
  );
  const joined = (data?.viewer?.organizations ?? []).flatMap(({ name, memberships }) =>
    (memberships?.nodes ?? []).flatMap(({ committee }) =>
      committee ? [{ ...committee, standing: `成员单位：${name}` }] : [],
    ),
  );
  const own = [...Map.groupBy([...seated, ...joined], ({ id }) => id).values()];
  if (own.length === 0) return null;
  return (
    <section className="stack">
      <h2>您的委员会</h2>
      <ul className="rows">
        {own.map((held) => {
          const [committee] = held;
          return (
            committee && (
              <li key={committee.id} className="row">
                <div className="row-main">
                  <p className="row-title">
                    <CommitteeLink committee={committee} />
                  </p>
                  <p className="muted">
                    {[
                      COMMITTEE_LEVELS[committee.level],
                      ...new Set(held.map(({ standing }) => standing)),
                    ].join(" · ")}
                  </p>
                </div>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
