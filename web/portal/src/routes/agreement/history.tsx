import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { instantAt, addDays, showInstant } from "../../words/time.ts";

/** What happened to an agreement, in its order. */
export function History({ agreement }: { readonly agreement: AgreementOfPageFragment }) {
  return (
    <section className="stack">
      <h2>经过</h2>
      <ol className="history">
        {eventsOf(agreement).map(({ at, what }) => (
          <li key={at + what}>
            <time dateTime={at}>{showInstant(at)}</time>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function eventsOf(agreement: AgreementOfPageFragment) {
  const { createdAt, proposedAt, activatedAt, terminatedAt, terminateReason, termTo, state } =
    agreement;
  const signatures = agreement.parties.map(({ organization, signedAt }) => ({
    at: signedAt,
    what: `${organization?.name ?? "一方"}签署`,
  }));
  return [
    { at: createdAt, what: "草拟" },
    { at: proposedAt, what: "提出，请各方签署" },
    ...signatures,
    { at: activatedAt, what: "各方均已签署，协议生效" },
    { at: terminatedAt, what: `终止：${terminateReason ?? ""}` },
    { at: state === "EXPIRED" ? instantAt(addDays(termTo, 1), "00:00") : null, what: "期限届满" },
  ].flatMap(({ at, what }) => (at === null ? [] : [{ at, what }]));
}
