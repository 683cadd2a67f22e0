import { Empty } from "../../components/empty.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { Paged } from "../../components/paged.tsx";
import { CommitteeUnitsDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { ORGANIZATION_KINDS } from "../../words/labels.ts";
import { showDay } from "../../words/time.ts";

/** The member units, in the order of joining. @param committee its id. */
export function Units({ committee }: { readonly committee: string }) {
  const pages = usePages(
    CommitteeUnitsDocument,
    { id: committee },
    ({ committee: found }) => found?.memberUnits,
  );
  return (
    <Paged pages={pages} empty={<Empty title="还没有成员单位">书记可以吸收单位加入。</Empty>}>
      {(memberships) => (
        <ul className="rows">
          {memberships.map(({ id, joinedOn, organization }) => (
            <li key={id} className="row">
              <div className="row-main">
                <p className="row-title">
                  <OrganizationLink organization={organization} />
                </p>
              </div>
              {organization && (
                <span className="muted">{ORGANIZATION_KINDS[organization.kind]}</span>
              )}
              <span className="muted">{showDay(joinedOn)}加入</span>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}
