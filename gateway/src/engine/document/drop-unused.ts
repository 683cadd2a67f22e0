import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { fragmentsOf } from "./select-operation.ts";

/** A document without the variables and fragments that nothing refers to any more. */
export function dropUnused(document: DocumentNode): DocumentNode {
  const spreads = new Set<string>();
  const variables = new Set<string>();
  const fragments = fragmentsOf(document);
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node.selectionSet, {
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        if (spreads.has(name.value)) return;
        spreads.add(name.value);
        const fragment = fragments.get(name.value);
        if (fragment) follow(fragment);
      },
    });
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) follow(definition);
  }
  const definitions = document.definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const used = definition.variableDefinitions?.filter(({ variable }) =>
        variables.has(variable.name.value),
      );
      return [{ ...definition, variableDefinitions: used ?? [] }];
    }
    const isUsed =
      definition.kind === Kind.FRAGMENT_DEFINITION && spreads.has(definition.name.value);
    return isUsed ? [definition] : [];
  });
  return { ...document, definitions };
}
