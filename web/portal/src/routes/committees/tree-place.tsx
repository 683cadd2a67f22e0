import { Button } from "../../components/button.tsx";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { Fault } from "../../components/fault.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import {
  CommitteeTreeBelowDocument,
  type TreePlaceFragment,
} from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import type { OpenPlaces } from "./use-open-places.ts";

interface TreePlaceProps {
  readonly place: TreePlaceFragment;
  readonly open: OpenPlaces;
}

export function TreePlace({ place, open }: TreePlaceProps) {
  const { code, name, committees, children } = place;
  const isOpen = open.codes.has(code);
  const hasBelow = children.totalCount > 0;
  return (
    <li>
      <div className="tree-row">
        {hasBelow ? (
          <button
            type="button"
            className="tree-open"
            aria-expanded={isOpen}
            onClick={() => open.toggle(code)}
          >
            <span className="tree-mark" aria-hidden="true">
              ▸
            </span>
            {name}
          </button>
        ) : (
          <span className="tree-leaf">
            <span className="tree-mark" aria-hidden="true" />
            {name}
          </span>
        )}
        <span className="tree-committees">
          {committees.nodes.map((committee) => (
            <span key={committee.id}>
              <CommitteeLink committee={committee} />{" "}
              {committee.demonstration && <StateMark tone="good">示范点</StateMark>}
            </span>
          ))}
        </span>
        {hasBelow && <span className="tree-count">下级 {children.totalCount} 个</span>}
      </div>
      {isOpen && <Below code={code} open={open} />}
    </li>
  );
}

function Below({ code, open }: { readonly code: string; readonly open: OpenPlaces }) {
  const pages = usePages(CommitteeTreeBelowDocument, { code }, ({ region }) => region?.children);
  if (!pages.nodes && pages.error) return <Fault error={pages.error} />;
  if (!pages.nodes) return <p className="tree-more hint">正在读取…</p>;
  return (
    <ul>
      {pages.nodes.map((place) => (
        <TreePlace key={place.code} place={place} open={open} />
      ))}
      {pages.hasMore && (
        <li className="tree-more">
          <Button look="quiet" onPress={pages.readMore} isDisabled={pages.isReadingMore}>
            再看一些
          </Button>
        </li>
      )}
    </ul>
  );
}
