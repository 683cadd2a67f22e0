import { compose } from "../../support/federation/compose.ts";

/** Where the two subgraphs of the measuring graph listen. */
export interface SubgraphAddresses {
  readonly resources: string;
  readonly organizations: string;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const RESOURCES = `${LINK}
  type Query {
    resources(first: Int! = 20, after: String): [Resource!]!
  }
  type Resource @key(fields: "id") {
    id: ID!
    title: String!
    kind: ResourceKind!
    capacity: Int
    unit: String
    audience: String!
    state: String!
    provider: Organization!
  }
  enum ResourceKind { VENUE EQUIPMENT EXPERTISE SERVICE }
  type Organization @key(fields: "id", resolvable: false) {
    id: ID!
  }`;

const ORGANIZATIONS = `${LINK}
  type Query {
    organization(id: ID!): Organization
  }
  type Organization @key(fields: "id") {
    id: ID!
    name: String!
    kind: OrganizationKind!
    creditCode: String
    brand: String
    parent: Organization
  }
  enum OrganizationKind { PARTY_ORGANIZATION SCHOOL HOSPITAL PRIVATE_COMPANY }`;

/**
 * The supergraph that every gateway is measured on: resources in one subgraph, their providers in
 * the other, so that a page with its providers takes two fetches, one after the other.
 *
 * @throws Error if the subgraphs do not compose.
 */
export function composeMeasuringGraph(addresses: SubgraphAddresses): string {
  return compose([
    { name: "resources", sdl: RESOURCES, url: addresses.resources },
    { name: "organizations", sdl: ORGANIZATIONS, url: addresses.organizations },
  ]);
}
