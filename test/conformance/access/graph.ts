import type { SubgraphTable } from "../../support/federation/subgraph.ts";

const FEDERATION = "https://specs.apollo.dev/federation/v2.9";

/** The directives under the specification's names and under others. */
export const NAMINGS = {
  "by their own names": {
    imports: `"@authenticated", "@requiresScopes", "@policy"`,
    authenticated: "@authenticated",
    requiresScopes: "@requiresScopes",
    policy: "@policy",
  },
  "under a renamed import": {
    imports: `{ name: "@authenticated", as: "@signedIn" }, { name: "@requiresScopes", as: "@needs" }, { name: "@policy", as: "@rule" }`,
    authenticated: "@signedIn",
    requiresScopes: "@needs",
    policy: "@rule",
  },
} as const;

/** Shops with guarded fields, a guarded type, a guarded object behind an interface; and their stock. */
export function guardedSubgraphs(naming: keyof typeof NAMINGS): SubgraphTable[] {
  const { imports, authenticated, requiresScopes, policy } = NAMINGS[naming];
  const link = `extend schema @link(url: "${FEDERATION}", import: ["@key", ${imports}])\n`;
  return [
    {
      name: "shops",
      sdl: `${link}
        type Query { shop: Shop, vault: Vault, anything: [Thing], places: [Place], strict: Shop! ${authenticated} }
        type Mutation { close: Boolean ${authenticated}, look: String }
        interface Thing { label: String }
        interface Place { town: String, keeper: String }
        type Kiosk implements Place { town: String, keeper: String }
        type Depot implements Place { town: String, keeper: String ${authenticated} }
        type Shop implements Thing @key(fields: "id") {
          id: ID!
          label: String
          owner: String ${authenticated}
          takings(of: String): Int ${requiresScopes}(scopes: [["money:read"], ["audit", "all:read"]])
          secret: String ${policy}(policies: [["nobody-knows"]])
        }
        type Vault implements Thing ${authenticated} { label: String, gold: Int }
      `,
      root: {
        shop: { id: "1", label: "corner", owner: "委员 017", takings: 12, secret: "x" },
        strict: { id: "1", label: "corner" },
        vault: { label: "deep", gold: 3 },
        places: [
          { __typename: "Kiosk", town: "东街", keeper: "委员 017" },
          { __typename: "Depot", town: "西街", keeper: "委员 018" },
        ],
        anything: [
          { __typename: "Shop", label: "corner" },
          { __typename: "Vault", label: "deep", gold: 3 },
        ],
        close: (_args: unknown, { journal }: { journal: string[] }) => journal.push("closed") > 0,
        look: "around",
      },
    },
    {
      name: "stock",
      sdl: `${link} type Shop @key(fields: "id") { id: ID!, pieces: Int! ${authenticated} }`,
      entities: { Shop: [{ id: "1", pieces: 5 }] },
    },
  ];
}
