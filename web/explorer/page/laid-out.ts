/** Variables as the editor shows them: one value in each line. */
export const laidOut = (variables: unknown): string => JSON.stringify(variables, undefined, 2);
