import { Link, getRouteApi } from "@tanstack/react-router";
import { RUNNING } from "../../app/roles.ts";
import { unitsOf, usePlace, useViewer } from "../../app/viewer.ts";
import { Empty } from "../../components/empty.tsx";
import { Paged } from "../../components/paged.tsx";
import { Together } from "../../components/together.tsx";
import { type AgreementFilter, AgreementsPageDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { AgreementFilters } from "./filters.tsx";
import { AgreementRow } from "./row.tsx";
import { agreementFilterOf } from "./search.ts";
import { ToSign } from "./to-sign.tsx";

const route = getRouteApi("/agreements");

/** Agreements: those that wait for the viewer's signature first. */
export function AgreementsPage() {
  const search = route.useSearch();
  const viewer = useViewer();
  const ownPlace = usePlace();
  const units = unitsOf(viewer);
  const canDraft = units.length > 0 || viewer?.roles.some(({ role }) => RUNNING.includes(role));
  return (
    <div className="page">
      <header className="page-head">
        <h1>共建协议</h1>
        {canDraft && (
          <Link to="/agreements/new" className="button button-main">
            草拟协议
          </Link>
        )}
      </header>
      <Together className="stack">
        {units.map((unit) => (
          <ToSign key={unit.id} unit={unit} isOne={units.length === 1} />
        ))}
        <AgreementFilters />
        {viewer && <AgreementList filter={agreementFilterOf(search, ownPlace)} />}
      </Together>
    </div>
  );
}

function AgreementList({ filter }: { readonly filter: AgreementFilter }) {
  const pages = usePages(AgreementsPageDocument, { filter }, ({ agreements }) => agreements);
  return (
    <Paged
      pages={pages}
      empty={
        <Empty title="没有符合条件的协议">
          换一个条件，或者<Link to="/agreements">看全部协议</Link>。
        </Empty>
      }
    >
      {(agreements) => (
        <ul className="rows">
          {agreements.map((agreement) => (
            <AgreementRow key={agreement.id} agreement={agreement} />
          ))}
        </ul>
      )}
    </Paged>
  );
}
