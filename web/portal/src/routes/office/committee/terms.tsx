import { Empty } from "../../../components/empty.tsx";
import { Loaded } from "../../../components/loaded.tsx";
import { OfficeTermsDocument, type OfficeTermsQuery } from "../../../graph/generated/graphql.ts";
import { useAsk } from "../../../graph/query-client.ts";
import { Terms as AllTerms } from "../../committee/terms.tsx";
import { NextTerm } from "./next-term.tsx";
import type { OfficeCommittee } from "./page.tsx";
import { PlannedTermPanel } from "./planned-term.tsx";
import { TermTable } from "./term-table.tsx";

type Found = NonNullable<OfficeTermsQuery["committee"]>;

/** A term that has not begun, with its seats. */
export type PlannedTerm = NonNullable<Found["terms"]>["nodes"][number];

/** The next term as it is prepared, all others with their seats, and a form for the next one. */
export function Terms({ committee }: { readonly committee: OfficeCommittee }) {
  const query = useAsk(OfficeTermsDocument, { id: committee.id });
  return (
    <Loaded query={query}>
      {({ committee: found }) => {
        const planned = found?.terms?.nodes[0];
        const current = found?.seats?.nodes ?? [];
        return planned ? (
          <>
            <TermTable committee={committee} current={current} planned={planned} />
            <div className="beside">
              <History committee={committee} />
              <PlannedTermPanel key={planned.version} committee={committee} planned={planned} />
            </div>
          </>
        ) : (
          <div className="beside">
            <History committee={committee} />
            <NextTerm key={committee.terms?.nodes[0]?.id} committee={committee} />
          </div>
        );
      }}
    </Loaded>
  );
}

/** All terms, each with its seats behind a button. */
function History({ committee }: { readonly committee: OfficeCommittee }) {
  return (
    <section className="stack">
      <h2>历届</h2>
      {committee.terms?.nodes.length === 0 ? (
        <Empty title="还没有届次">请在本页登记第一届。</Empty>
      ) : (
        <AllTerms committee={committee} />
      )}
    </section>
  );
}
