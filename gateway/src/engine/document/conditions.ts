import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from "graphql";

/** Values of the variables that `@skip` and `@include` name. */
export type Conditions = (variable: string) => boolean;

/** Whether a selection takes part (GraphQL, section 3.13.1 and 3.13.2). */
export function isSelected(
  { directives }: Pick<SelectionNode, "directives">,
  conditions: Conditions,
): boolean {
  if (!directives || directives.length === 0) return true;
  return directives.every((directive) => {
    const value = conditionOf(directive);
    if (value === undefined) return true;
    const holds = typeof value === "string" ? conditions(value) : value;
    return directive.name.value === "skip" ? !holds : holds;
  });
}

/** What `@skip` or `@include` depends on: a variable's name or a constant; undefined for others. */
export function conditionOf(directive: DirectiveNode): string | boolean | undefined {
  if (directive.name.value !== "skip" && directive.name.value !== "include") return undefined;
  const value = directive.arguments?.find((argument) => argument.name.value === "if")?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}

/** The variables that `@skip` and `@include` name; undefined if the document has neither. */
export function findConditionVariables(document: DocumentNode): string[] | undefined {
  const found = new Set<string>();
  let isConditional = false;
  visit(document, {
    Directive: (node) => {
      const condition = conditionOf(node);
      isConditional ||= condition !== undefined;
      if (typeof condition === "string") found.add(condition);
    },
  });
  return isConditional ? [...found] : undefined;
}
