import { Link } from "@tanstack/react-router";
import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { addDays, dayOf, daysBetween } from "../../words/time.ts";
import { Fulfilment } from "./fulfilment.tsx";
import type { AgreementRights } from "./rights.ts";

type Commitment = AgreementOfPageFragment["commitments"][number];

interface CommitmentsProps {
  readonly agreement: AgreementOfPageFragment;
  readonly rights: AgreementRights;
}

/** Who gives what and how often, and what came of it: a table that becomes cards on a phone. */
export function Commitments({ agreement, rights }: CommitmentsProps) {
  const { commitments, state } = agreement;
  const isCounted = state === "ACTIVE" || state === "EXPIRED" || agreement.activatedAt !== null;
  const canRecord = (state === "ACTIVE" || state === "EXPIRED") && rights.parties.length > 0;
  return (
    <section className="stack">
      <h2>承诺事项</h2>
      {commitments.length === 0 ? (
        <Empty title="没有写承诺事项">
          {state === "DRAFT" && "修改草稿，写明各方提供什么、每年几次。"}
        </Empty>
      ) : (
        <table className="commitments">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">承诺方</th>
              <th scope="col">内容</th>
              <th scope="col">频次</th>
              {isCounted && <th scope="col">兑现</th>}
            </tr>
          </thead>
          <tbody>
            {commitments.map((commitment, at) => (
              <tr key={commitment.id}>
                <td data-label="序号">{at + 1}</td>
                <td data-label="承诺方">
                  <OrganizationLink organization={commitment.organization} none="已注销的单位" />
                </td>
                <td data-label="内容">
                  <div>
                    <p>{commitment.clause}</p>
                    {commitment.resource && (
                      <p className="muted">
                        资源：
                        <Link to="/resources/$id" params={{ id: commitment.resource.id }}>
                          {commitment.resource.title}
                        </Link>
                      </p>
                    )}
                  </div>
                </td>
                <td data-label="频次" className="commitments-times">
                  {commitment.timesPerYear === null
                    ? "不限次"
                    : `每年 ${commitment.timesPerYear} 次`}
                </td>
                {isCounted && (
                  <td data-label="兑现">
                    <Fulfilment
                      commitment={commitment}
                      due={dueSoFar(commitment, agreement)}
                      canRecord={canRecord}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** How often a commitment should have been kept by now, by the part of its term that is over. */
function dueSoFar(
  { timesPerYear }: Commitment,
  { termFrom, termTo, terminatedAt }: AgreementOfPageFragment,
): number | undefined {
  if (timesPerYear === null) return undefined;
  const today = dayOf(terminatedAt ?? new Date());
  const end = today < termTo ? today : addDays(termTo, 1);
  return Math.max(0, Math.floor((daysBetween(termFrom, end) / 365) * timesPerYear));
}
