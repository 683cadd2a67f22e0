import { CommitteeLink } from "../../components/committee-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { CommitteeOfPage } from "./committee.ts";

/** The committee above, and those directly below. */
export function Kin({ committee }: { readonly committee: CommitteeOfPage }) {
  const { parent, children } = committee;
  return (
    <dl className="facts">
      <dt>上级</dt>
      <dd>{parent ? <CommitteeLink committee={parent} /> : "没有"}</dd>
      <dt>下级</dt>
      <dd>
        {children.nodes.length === 0 ? (
          "没有"
        ) : (
          <ul className="plain-list">
            {children.nodes.map((below) => (
              <li key={below.id}>
                <CommitteeLink committee={below} />{" "}
                {below.demonstration && <StateMark tone="good">示范点</StateMark>}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
