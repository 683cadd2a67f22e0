import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Words } from "@alliance-hub/platform/words/words";
import type { AccessRule, AccessRules } from "../supergraph/access-rules.ts";

/** Why a viewer is denied a field. */
export interface DenialReason {
  readonly code: "UNAUTHENTICATED" | "FORBIDDEN";
  readonly words: Words;
}

/** The fields of one document that not everybody may read. */
export interface GuardedFields {
  /**
   * What a viewer is denied, by `Type.field`. Two viewers who are denied the same get equal keys, so
   * that they share a plan.
   */
  denialsFor(viewer: Viewer): Denials;
}

/** Fields denied to a viewer. */
export interface Denials {
  readonly key: string;
  readonly of: (typeName: string, fieldName: string) => DenialReason | undefined;
  /** Why a field is not fetched where the document selects it, by the type that it selects it on. */
  readonly ofSelection: (field: FieldNode) => DenialReason | undefined;
}

/** Finds the guarded fields of a document; undefined if it has none. */
export function findGuardedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: AccessRules | undefined,
): GuardedFields | undefined {
  if (!rules) return undefined;
  const guarded = new Map<string, readonly AccessRule[]>();
  const parents = new WeakMap<FieldNode, string>();
  const types = new TypeInfo(schema);
  const guard = (typeName: string, fieldName: string): void => {
    const found = rules(typeName, fieldName);
    if (found.length > 0) guarded.set(`${typeName}.${fieldName}`, found);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const parent = types.getParentType();
        if (!parent) return;
        parents.set(node, parent.name);
        guard(parent.name, node.name.value);
        // What an interface's field is on each object behind it.
        if ("getFields" in parent && "resolveType" in parent)
          for (const { name } of schema.getPossibleTypes(parent)) guard(name, node.name.value);
      },
    }),
  );
  if (guarded.size === 0) return undefined;
  return {
    denialsFor: (viewer) => {
      const denied = new Map<string, DenialReason>();
      for (const [coordinate, found] of guarded) {
        const reason = denial(found, viewer, coordinate);
        if (reason) denied.set(coordinate, reason);
      }
      const of = (typeName: string, fieldName: string): DenialReason | undefined =>
        denied.get(`${typeName}.${fieldName}`);
      return {
        // With the reason, which is another one for those who are not signed in.
        key: Array.from(denied, ([coordinate, { code }]) => `${coordinate} ${code}`).join(" "),
        of,
        ofSelection: (field) => of(parents.get(field) ?? "", field.name.value),
      };
    },
  };
}

function denial(
  rules: readonly AccessRule[],
  viewer: Viewer,
  coordinate: string,
): DenialReason | undefined {
  if (rules.every((rule) => isSatisfied(rule, viewer))) return undefined;
  return viewer.kind === "ANONYMOUS"
    ? {
        code: "UNAUTHENTICATED",
        words: {
          zh: `${coordinate} 不公开。请先登录；程序请在 Authorization 标头中附上访问令牌。`,
          en: `${coordinate} is not for everybody. Sign in: send an access token in the Authorization header.`,
        },
      }
    : {
        code: "FORBIDDEN",
        words: {
          zh: `读取 ${coordinate} 所需的权限范围，您没有。`,
          en: `${coordinate} needs a scope that you do not hold.`,
        },
      };
}

function isSatisfied({ signedIn, scopeSets, policy }: AccessRule, viewer: Viewer): boolean {
  if (policy) return false;
  if (signedIn && viewer.kind === "ANONYMOUS") return false;
  return (
    scopeSets.length === 0 ||
    scopeSets.some((set) => set.every((scope) => viewer.scopes.includes(scope)))
  );
}
