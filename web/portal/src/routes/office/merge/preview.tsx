import { useNavigate } from "@tanstack/react-router";
import { Confirm } from "../../../components/confirm.tsx";
import { Fault } from "../../../components/fault.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import {
  MergePreviewDocument,
  type MergePreviewQuery,
  PortalMergeOrganizationsDocument,
} from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { useChange } from "../../../graph/use-change.ts";
import { nounName } from "../../../words/nouns.ts";
import { OpenRecords, RecordName } from "../organization/open-records.tsx";
import type { MergeSide } from "./page.tsx";

interface PreviewProps {
  readonly from: MergeSide;
  readonly into: MergeSide;
}

type Merger = NonNullable<MergePreviewQuery["organizationMerge"]>;

/** What a merger would do, and the button that does it. */
export function Preview({ from, into }: PreviewProps) {
  const query = useAsk(MergePreviewDocument, { fromId: from.id, intoId: into.id });
  // Two units that cannot be merged: the hub says why.
  if (query.error) return <Fault error={query.error} />;
  return (
    <Loaded query={query}>
      {({ organizationMerge }) =>
        organizationMerge && <Merger from={from} into={into} merger={organizationMerge} />
      }
    </Loaded>
  );
}

function Merger({ from, into, merger }: PreviewProps & { readonly merger: Merger }) {
  const navigate = useNavigate();
  const { items, warnings } = merger;
  const merge = useChange(PortalMergeOrganizationsDocument, () =>
    navigate({ to: "/organizations/$id", params: { id: into.id }, search: { former: from.id } }),
  );
  const blocking = warnings.filter(({ blocks }) => blocks);
  return (
    <>
      <div className="halves">
        <section className="stack" aria-labelledby="merge-items">
          <h2 id="merge-items">转到并入后单位名下</h2>
          {items.length === 0 ? (
            <p className="muted">没有未了结的记录；已了结的一并转过去。</p>
          ) : (
            <table className="figures">
              <tbody>
                {items.map(({ noun, count }) => (
                  <tr key={noun}>
                    <th scope="row">{nounName(noun)}</th>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className="muted">已了结的记录一并转过去。旧链接、曾用名都通向并入后的单位。</p>
        </section>
        <section className="stack" aria-labelledby="merge-warnings">
          <h2 id="merge-warnings">须知</h2>
          {warnings.length === 0 ? (
            <p className="muted">两个单位没有共同的记录。</p>
          ) : (
            <ul className="plain-list">
              {[...blocking, ...warnings.filter(({ blocks }) => !blocks)].map((warning, at) => (
                <li key={warning.recordId ?? at}>
                  <RecordName {...warning} />
                  <p className={warning.blocks ? "fault" : "muted"}>{warning.consequence}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {blocking.length > 0 ? (
        <p className="notice notice-bad" role="status">
          有 {blocking.length} 项须先了结，了结后再来合并。
        </p>
      ) : (
        <div>
          <Confirm
            action="合并"
            look="main"
            question={`把“${from.name}”并入“${into.name}”？“${from.name}”不再存在，合并后不能撤回。`}
            reasonLabel="原因"
            stay="不，返回"
            error={merge.error}
            onConfirm={async (reason) => {
              await merge.mutateAsync({
                fromId: from.id,
                intoId: into.id,
                version: into.version,
                reason,
              });
            }}
          >
            <OpenRecords error={merge.error} />
          </Confirm>
        </div>
      )}
    </>
  );
}
