import { Link } from "@tanstack/react-router";
import { OfficeWaitingDocument } from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { dueGroupOf } from "../../words/due.ts";

/** What awaits whoever looks, in a line: where it is done is my day, or the committee that a unit wants to join. */
export function Waiting() {
  const { data } = useAsk(OfficeWaitingDocument, {});
  const { totalCount = 0, nodes = [] } = data?.tasks ?? {};
  if (totalCount === 0) return null;
  const now = new Date();
  const overdue = nodes.filter(({ dueAt }) => dueGroupOf(dueAt, now) === "overdue").length;
  const applications = nodes.filter(({ kind }) => kind === "DECIDE_APPLICATION");
  const joined = Map.groupBy(applications, ({ committee }) => committee?.id);
  return (
    <section className="notice notice-wait stack" aria-label="等着办的事">
      <p>
        <Link to="/">等着您办的事 {totalCount} 项</Link>
        {overdue > 0 && `，其中 ${overdue} 项已逾期`}。
      </p>
      {[...joined.values()].map(([first, ...others]) =>
        first?.committee ? (
          <p key={first.committee.id}>
            <Link
              to="/office/committees/$id"
              params={{ id: first.committee.id }}
              search={{ part: "applications" }}
            >
              {others.length + 1} 个单位申请加入{first.committee.name}，等您答复
            </Link>
          </p>
        ) : null,
      )}
    </section>
  );
}
