/** One piece of a document in reading order. The paragraphs of a cell are parted by line breaks, its bullets kept. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'item'; readonly level: number; readonly ordered: boolean; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
