import { fileURLToPath } from 'node:url'
import { Refusal } from '#platform/refusal.ts'

/** What a template is given to draw; it arrives as `data`, and no text of it is ever read as Typst. */
export type Drawn = { readonly title: string; readonly [name: string]: Drawable }
type Drawable = string | number | boolean | null | readonly Drawable[] | { readonly [name: string]: Drawable }

type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler
type LaidOut = import('@myriaddreamin/typst-ts-node-compiler').NodeTypstDocument

/** Typst remembers what it laid out; more than this many documents back would only fill the memory. */
const keptCompilations = 10

let made: Promise<Compiler> | undefined

/**
 * Lays a template out and gives it to `write`, with the compiler that writes it as PDF or SVG. Throws a Refusal (503) where
 * this machine has no compiler, and an Error where the template has a fault.
 */
export async function drawnBy<T>(
  template: string,
  drawn: Drawn,
  write: (compiler: Compiler, laidOut: LaidOut) => T,
): Promise<T> {
  // Made once, when something is first drawn: loading it costs more than drawing with it.
  const compiler = await (made ??= makeCompiler())
  try {
    return write(compiler, layOut(compiler, template, JSON.stringify(drawn)))
  } finally {
    compiler.evictCache(keptCompilations)
  }
}

async function makeCompiler(): Promise<Compiler> {
  try {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler')
    // No fonts but those it brings, so that a poster looks the same whatever machine drew it.
    return typst.NodeCompiler.create({
      workspace: fileURLToPath(new URL('.', import.meta.url)),
      fontArgs: [{ fontBlobs: [] }],
    })
  } catch {
    throw new Refusal('This machine cannot make PDFs: open the page itself and print it.', 503)
  }
}

function layOut(compiler: Compiler, template: string, data: string): LaidOut {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  const faults = compiled.hasError() ? JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) : ''
  if (compiled.hasError() || compiled.result === null) throw new Error(`a template of ours has a fault: ${faults}`)
  return compiled.result
}

/** The same with `…` for whatever is not of the Latin alphabets and their signs, which every font here has. */
export function certainlyDrawn(drawn: Drawn): Drawn {
  const plain = (value: Drawable): Drawable => {
    if (typeof value === 'string') return drawable(value)
    if (typeof value !== 'object' || value === null) return value
    return Array.isArray(value) ? value.map(plain) : plainParts(value)
  }
  const plainParts = (parts: object): { readonly [name: string]: Drawable } =>
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, plain(value)]))
  return { ...plainParts(drawn), title: drawable(drawn.title) }
}

/** Signs that only keep languages apart are seen nowhere, so nothing stands for them. */
const drawable = (words: string): string => words.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(undrawn, '…')

const undrawn =
  /[^\n\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u1e80-\u1e85\u1ef2\u1ef3\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]+/gu
