import { Link } from "@tanstack/react-router";
import { AddToBasket } from "../../components/add-to-basket.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { StateMark } from "../../components/state-mark.tsx";
import type { ResourceOfListFragment } from "../../graph/generated/graphql.ts";
import { RESOURCE_STATES } from "../../words/resources.ts";
import type { TimeWish } from "../../words/chosen-time.ts";
import { factsOf } from "./facts.ts";
import { freeWords, isBookable } from "./next-free.ts";
import { showMetres } from "../../words/place.ts";

interface CardProps {
  readonly resource: ResourceOfListFragment;
  /** The time that was searched for: it comes along to the form. */
  readonly time: TimeWish;
  /** Whether it can be put to what is in the basket already. */
  readonly isForBasket: boolean;
}

export function ResourceCard({ resource, time, isForBasket }: CardProps) {
  const { id, title, state, provider, description, distanceMetres, venue } = resource;
  const free = freeWords(resource, time, new Date());
  return (
    <li className="card">
      <Link to="/resources/$id" params={{ id }} search={time} className="card-title">
        {title}
      </Link>
      <p className="card-facts">
        {factsOf(resource).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {venue?.seats != null && <span>{venue.seats} 座</span>}
        {distanceMetres !== null && <strong>{showMetres(distanceMetres)}</strong>}
        {state !== "PUBLISHED" && <StateMark tone="muted">{RESOURCE_STATES[state]}</StateMark>}
      </p>
      <p className="muted">
        <OrganizationLink organization={provider} />
        {provider?.region && ` · ${provider.region.name}`}
      </p>
      {distanceMetres !== null && venue?.address != null && (
        <p className="muted">{venue.address}</p>
      )}
      {free !== undefined && <p className="resource-free">{free}</p>}
      {description !== null && <p className="card-text">{description}</p>}
      {isForBasket && isBookable(resource) && (
        <p className="buttons">
          <AddToBasket resource={resource} time={time} />
        </p>
      )}
    </li>
  );
}
