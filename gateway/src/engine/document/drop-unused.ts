import { type OperationDefinitionNode, visit } from "graphql";

/** An operation without fragments, and without the variables that nothing in it refers to. */
export function dropUnused(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, variableDefinitions };
}
