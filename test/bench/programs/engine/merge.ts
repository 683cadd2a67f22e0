/** A resource as its subgraph answers it. */
export interface Resource {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly capacity: number | null;
  readonly unit: string | null;
  readonly audience: string;
  readonly state: string;
  readonly provider: { readonly __typename: string; readonly id: string };
}

/** A provider as its subgraph answers it. */
export interface Unit {
  readonly name: string;
  readonly kind: string;
  readonly parent: { readonly id: string; readonly name: string; readonly kind: string } | null;
}

/** The answer to the measured operation: what it selects, in its order. */
export function answerOf(resources: readonly Resource[], units: readonly Unit[]): string {
  return JSON.stringify({
    data: { resources: resources.map((resource, at) => selected(resource, units[at])) },
  });
}

function selected(resource: Resource, provider: Unit | undefined): object {
  const { id, title, kind, capacity, unit, audience, state } = resource;
  return {
    id,
    title,
    kind,
    capacity,
    unit,
    audience,
    state,
    provider: provider && {
      id: resource.provider.id,
      name: provider.name,
      kind: provider.kind,
      parent: provider.parent && {
        id: provider.parent.id,
        name: provider.parent.name,
        kind: provider.parent.kind,
      },
    },
  };
}
