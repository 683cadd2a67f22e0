import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  Kind,
  type TypeNode,
} from "graphql";
import { type Link, directiveName } from "./links.ts";

/**
 * What a viewer must be to read something: signed in, and with all scopes of at least one set
 * (Apollo Federation, `@authenticated` and `@requiresScopes`). `@policy` names rules that only its
 * author knows, so nobody satisfies it.
 */
export interface AccessRule {
  readonly signedIn: boolean;
  readonly scopeSets: readonly (readonly string[])[];
  readonly policy: boolean;
}

/** The rules on a field of a type; all of them must hold. */
export type AccessRules = (typeName: string, fieldName: string) => readonly AccessRule[];

const NONE: readonly AccessRule[] = [];

/**
 * Reads the access rules of a supergraph: a field's own, its type's, those of the type it leads to
 * and, for a field of an interface, those of the objects behind it. Undefined if it has none.
 */
export function readAccessRules(
  supergraph: DocumentNode,
  links: readonly Link[],
): AccessRules | undefined {
  const names = {
    authenticated: directiveName(links, "authenticated"),
    requiresScopes: directiveName(links, "requiresScopes"),
    policy: directiveName(links, "policy"),
  };
  const ruleOf = (directives: readonly ConstDirectiveNode[] | undefined): AccessRule[] => {
    const named = (name: string | undefined) =>
      name === undefined ? undefined : directives?.find((one) => one.name.value === name);
    const signedIn = named(names.authenticated) !== undefined;
    const scopes = named(names.requiresScopes);
    const policy = named(names.policy) !== undefined;
    if (!signedIn && !scopes && !policy) return [];
    return [{ signedIn, policy, scopeSets: scopes ? scopeSets(scopes) : [] }];
  };

  const ofType = new Map<string, AccessRule[]>();
  const ofField = new Map<string, AccessRule[]>();
  const implementers = new Map<string, string[]>();
  for (const definition of supergraph.definitions) {
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    ofType.set(definition.name.value, ruleOf(definition.directives as ConstDirectiveNode[]));
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of definition.interfaces ?? [])
      implementers.set(name.value, [
        ...(implementers.get(name.value) ?? []),
        definition.name.value,
      ]);
  }
  for (const definition of supergraph.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue;
    const typeName = definition.name.value;
    for (const field of definition.fields ?? []) {
      const rules = [
        ...ruleOf(field.directives),
        ...(ofType.get(typeName) ?? []),
        ...(ofType.get(nameOf(field.type)) ?? []),
      ];
      if (rules.length > 0) ofField.set(`${typeName}.${field.name.value}`, rules);
    }
  }
  if (ofField.size === 0) return undefined;
  return (typeName, fieldName) => {
    const own = ofField.get(`${typeName}.${fieldName}`) ?? NONE;
    const behind = implementers.get(typeName);
    if (!behind) return own;
    return [...own, ...behind.flatMap((name) => ofField.get(`${name}.${fieldName}`) ?? NONE)];
  };
}

function scopeSets(directive: ConstDirectiveNode): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === "scopes")?.value;
  return listOf(value).map((set) =>
    listOf(set).flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : [])),
  );
}

function listOf(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value === undefined) return [];
  return value.kind === Kind.LIST ? value.values : [value];
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
