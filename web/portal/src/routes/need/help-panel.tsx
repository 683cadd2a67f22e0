import "./need.css";
import { Link } from "@tanstack/react-router";
import { useOwnCommittees } from "../../app/own-committees.ts";
import type { NeedOfPageFragment } from "../../graph/generated/graphql.ts";

/** For whoever can help: whom to turn to, and how it can be put down in an agreement. */
export function HelpPanel({ need }: { readonly need: NeedOfPageFragment }) {
  const { organization, committee, state } = need;
  // Only units of one committee make an agreement under it.
  const isShared = useOwnCommittees()?.some(({ id }) => id === committee?.id) ?? false;
  if (state !== "PUBLISHED") return null;
  const cards = organization?.contactCards?.nodes ?? [];
  return (
    <aside className="panel stack">
      <h2>能帮上忙？</h2>
      {cards.length === 0 ? (
        <p>请与{organization?.name ?? "提出单位"}联系。这个单位还没有公开连心卡。</p>
      ) : (
        <ul className="contacts">
          {cards.map(({ id, post, holderName, officePhone, hours }) => (
            <li key={id}>
              <strong>
                {post} {holderName}
              </strong>
              {officePhone !== null && <a href={`tel:${officePhone}`}>{officePhone}</a>}
              {hours !== null && <span className="muted">{hours}</span>}
            </li>
          ))}
        </ul>
      )}
      {isShared && committee && organization && (
        <Link to="/agreements/new" search={{ unit: organization.id, committee: committee.id }}>
          与该单位草拟共建协议
        </Link>
      )}
    </aside>
  );
}
