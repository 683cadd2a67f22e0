import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from "graphql";

/** How an operation says after which position it continues. */
export interface ResumeArgument {
  /** The position; undefined if there is none. */
  position(variables: Readonly<Record<string, unknown>>): string | undefined;
  /** The variable that says this and nothing else. */
  readonly variable: string | undefined;
}

/**
 * Reads the argument of a subscription's field that says where to continue.
 *
 * @param name of the argument.
 */
export function resumeArgument(
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  name: string,
): ResumeArgument {
  const [root] = operation.selectionSet.selections;
  const argument =
    root?.kind === Kind.FIELD ? root.arguments?.find((one) => one.name.value === name) : undefined;
  const value = argument?.value;
  if (value?.kind === Kind.STRING) return { position: () => value.value, variable: undefined };
  if (value?.kind !== Kind.VARIABLE) return { position: () => undefined, variable: undefined };
  const variable = value.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void (node.name.value === variable && uses++),
  });
  const byDefault = operation.variableDefinitions?.find(
    (definition) => definition.variable.name.value === variable,
  )?.defaultValue;
  return {
    position: (variables) => {
      const given = variables[variable];
      if (given === undefined && byDefault?.kind === Kind.STRING) return byDefault.value;
      return typeof given === "string" ? given : undefined;
    },
    variable: uses === 1 ? variable : undefined,
  };
}
