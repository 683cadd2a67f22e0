import { Link } from "@tanstack/react-router";
import { CommitteeLink } from "../../components/committee-link.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import type { NeedOfPageFragment } from "../../graph/generated/graphql.ts";
import { AUDIENCES } from "../../words/labels.ts";
import { dayOf, showDay } from "../../words/time.ts";

/** Everything else about a need, fact by fact. */
export function NeedFacts({ need }: { readonly need: NeedOfPageFragment }) {
  const { organization, committee, collectionRound, quantity, unit, publishedAt, audience } = need;
  return (
    <dl className="facts">
      <dt>提出单位</dt>
      <dd>
        <OrganizationLink organization={organization} />
      </dd>
      {quantity !== null && (
        <>
          <dt>数量</dt>
          <dd>
            {quantity} {unit ?? ""}
          </dd>
        </>
      )}
      {committee && (
        <>
          <dt>委员会</dt>
          <dd>
            <CommitteeLink committee={committee} />
          </dd>
        </>
      )}
      {collectionRound && (
        <>
          <dt>清单征集</dt>
          <dd>
            <Link to="/rounds/$id" params={{ id: collectionRound.id }}>
              {collectionRound.title}
            </Link>
          </dd>
        </>
      )}
      {publishedAt !== null && (
        <>
          <dt>发布</dt>
          <dd>{showDay(dayOf(publishedAt))}</dd>
        </>
      )}
      <dt>公开范围</dt>
      <dd>{AUDIENCES[audience]}</dd>
    </dl>
  );
}
