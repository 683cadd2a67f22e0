import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import {
  type DemonstrationPerson,
  appointedPeople,
  liaisonsAmongPeople,
  liaisonPerson,
  seatedPeople,
} from "@alliance-hub/demonstration/people";
import type { ListedPerson, PortalSignIn } from "../http/portal/sign-in.ts";
import type { DemonstrationIssuer } from "../identity/demonstration-issuer.ts";

const ROLES = {
  LIAISON: "联络员",
  MEMBER: "委员",
  SECRETARY: "书记",
  DEPUTY: "代行书记",
  AUDITOR: "审计员",
  OPERATOR: "平台管理员",
} as const;

/** The demonstration people as the portal's sign-in page lists them, and a token for whichever is chosen. */
export function demonstrationSignIn(issuer: DemonstrationIssuer): PortalSignIn {
  const places = demonstrationAlliance();
  const people = places.flatMap((place) =>
    peopleOf(place).map((person) => ({ person, listed: listedPerson(place, person) })),
  );
  const subjects = new Map(people.map(({ person }) => [person.name, person.subject]));
  return {
    kind: "demonstration",
    people: people.map(({ listed }) => listed),
    tokenFor: async (name) => {
      const subject = subjects.get(name);
      return subject === undefined ? undefined : await issuer.token(subject);
    },
  };
}

/** The same as `npm run token -- --list` names, by place. */
function peopleOf(place: DemonstrationPlace): DemonstrationPerson[] {
  return [
    ...seatedPeople(place).map(({ person }) => person),
    ...liaisonsAmongPeople(place).map(liaisonPerson),
    ...appointedPeople(place),
  ];
}

function listedPerson(
  { regions, committees, district, units }: DemonstrationPlace,
  { name, roles }: DemonstrationPerson,
): ListedPerson {
  const nameOf = ({ committeeId, organizationId, regionCode }: (typeof roles)[number]): string =>
    [district, ...committees].find(({ id }) => id === committeeId)?.name ??
    units.find(({ id }) => id === organizationId)?.name ??
    (regionCode === regions.root.code ? regions.root.name : "");
  return {
    name,
    place: regions.root.name,
    roles: roles.map((role) => ({ role: ROLES[role.role], of: nameOf(role) })),
  };
}
