import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { AgreementOfPageFragment } from "../../graph/generated/graphql.ts";
import { showInstant } from "../../words/time.ts";

/** Who has signed and who has not. */
export function Parties({
  agreement: { parties, state },
}: {
  readonly agreement: AgreementOfPageFragment;
}) {
  const waits = state === "PROPOSED";
  return (
    <section className="stack">
      <h2>各方</h2>
      <ul className="rows">
        {parties.map(({ organization, signedAt }, at) => (
          <li key={organization?.id ?? at} className="row">
            <span className="row-main">
              <OrganizationLink organization={organization} none="已注销的单位" />
            </span>
            {signedAt === null ? (
              <StateMark tone={waits ? "wait" : "muted"}>{waits ? "等待签署" : "未签署"}</StateMark>
            ) : (
              <StateMark tone="good">{`${showInstant(signedAt)} 已签署`}</StateMark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
