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

interface RowProps {
  readonly resource: ResourceOfListFragment;
  /** The time that was searched for: it comes along to the form. */
  readonly time: TimeWish;
  /** Whether it can be put to what is in the basket already. */
  readonly isForBasket: boolean;
}

export function ResourceRow({ resource, time, isForBasket }: RowProps) {
  const { id, title, state, provider, distanceMetres, venue } = resource;
  const facts = [
    ...(distanceMetres === null ? [] : [showMetres(distanceMetres)]),
    ...factsOf(resource),
    ...(venue?.seats == null ? [] : [`${venue.seats} 座`]),
  ];
  const free = freeWords(resource, time, new Date());
  return (
    <li className="row resource-row">
      <p className="row-title row-main">
        <Link to="/resources/$id" params={{ id }} search={time}>
          {title}
        </Link>
      </p>
      <p className="muted">{facts.join(" · ")}</p>
      <p className="muted resource-from">
        <OrganizationLink organization={provider} />
        {provider?.region && ` · ${provider.region.name}`}
      </p>
      {free !== undefined && <p className="resource-free">{free}</p>}
      {state !== "PUBLISHED" && <StateMark tone="muted">{RESOURCE_STATES[state]}</StateMark>}
      {isForBasket && isBookable(resource) && (
        <AddToBasket resource={resource} time={time} look="quiet" />
      )}
    </li>
  );
}
