import { readFileSync } from 'node:fs'
import { file, type Answer } from '#platform/http/answers.ts'
import { pdfOf } from '#platform/pdf.ts'
import type { Drawn } from '#platform/typst.ts'

const template = readFileSync(new URL('./poster.typ', import.meta.url), 'utf8')

/** A poster as a PDF to open in place; throws a Refusal (503) where this machine cannot make one. */
export async function drawPoster(drawn: Drawn, filename: string): Promise<Answer> {
  return file(await pdfOf(template, drawn), { type: 'application/pdf', filename, inline: true })
}
