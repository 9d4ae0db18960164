import { typed } from '#platform/form.ts'
import { file, type Answer } from '#platform/http/answers.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Document, Size } from './document.ts'
import { drawnPdf } from './drawn-pdf.ts'
import { drawnWord } from './drawn-word.ts'

/** A document that is ready to be drawn, and what its file is called without its ending. */
export type Made = { readonly document: Document; readonly name: string }

export const kinds = ['pdf', 'docx', 'json'] as const
export type Kind = (typeof kinds)[number]

/** JSON has the document as it was told, for programs. */
const drawers = {
  pdf: { draw: drawnPdf, type: 'application/pdf' },
  docx: { draw: drawnWord, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  json: { draw: async (document: Document) => JSON.stringify(document), type: 'application/json; charset=utf-8' },
} as const

/**
 * A handler that gives a document as a PDF to open in place, or a Word file or JSON to keep, drawn in large print where
 * `size=large` is asked for. Throws a Refusal (503) where this machine makes no PDFs.
 */
export const giveDrawn =
  (kind: Kind, make: (visit: Visit) => Promise<Made>) =>
  async (visit: Visit): Promise<Answer> => {
    const { document, name } = await make(visit)
    const size: Size = typed(visit.query, 'size') === 'large' ? 'large' : 'usual'
    const { draw, type } = drawers[kind]
    const filename = `${name}${size === 'large' ? '-large-print' : ''}.${kind}`
    return file(await draw(document, size), { type, filename, inline: kind === 'pdf' })
  }
