import { AgreementsToSignDocument } from "../../graph/generated/graphql.ts";
import { usePages } from "../../graph/use-pages.ts";
import { AgreementRow } from "./row.tsx";

interface ToSignProps {
  readonly unit: { readonly id: string; readonly name: string };
  /** Whether the viewer acts for this unit alone: then it need not be named. */
  readonly isOne: boolean;
}

/** What waits for the signature of a unit; nothing where nothing waits. */
export function ToSign({ unit, isOne }: ToSignProps) {
  const { nodes = [] } = usePages(
    AgreementsToSignDocument,
    { unit: unit.id },
    ({ agreements }) => agreements,
  );
  if (nodes.length === 0) return null;
  return (
    <section className="stack">
      <h2>{isOne ? "等您签署" : `等${unit.name}签署`}</h2>
      <ul className="rows">
        {nodes.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} />
        ))}
      </ul>
    </section>
  );
}
