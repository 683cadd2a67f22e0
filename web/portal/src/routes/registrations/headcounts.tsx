import {
  RegistrationHeadcountsDocument,
  type RegistrationPartsFragment,
} from "../../graph/generated/graphql.ts";
import { useAsk } from "../../graph/query-client.ts";
import { showDay } from "../../words/time.ts";

interface HeadcountsProps {
  readonly registration: RegistrationPartsFragment;
}

/** How many members of a registration served from which day on. */
export function Headcounts({ registration }: HeadcountsProps) {
  const { id, organization, community } = registration;
  const { data } = useAsk(RegistrationHeadcountsDocument, {
    filter: {
      ...(organization ? { organizationId: organization.id } : {}),
      ...(community ? { regionCode: community.code } : {}),
    },
  });
  const own = data?.registrations?.nodes.find((one) => one.id === id);
  return (
    <ul className="plain-list muted" aria-label="历次人数">
      {own?.headcounts.map(({ on, headcount }) => (
        <li key={on}>
          {showDay(on)}起 {headcount} 人
        </li>
      ))}
    </ul>
  );
}
