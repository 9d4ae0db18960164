/** What is wrong with a file of evidence, where a person will find it: its line, and the column where one cell is meant. */
export type Fault = { readonly line: number; readonly column: string | null; readonly words: string }

export const fault = (line: number, words: string, column: string | null = null): Fault => ({ line, column, words })
