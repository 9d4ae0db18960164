import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const place = /(file:\/\/[^\s()]+):(\d+):(\d+)/
const known = new Map<string, string>()

/** Frames of a stack trace as they stand in the sources, where the program runs from its one file (ADR 22). */
export function inSources(frames: readonly string[]): readonly string[] {
  // Read again for the next unknown place, since it takes more memory than the rest of the program.
  const maps = new Map<string, SourceMap | null>()
  const mapOf = (file: string) => maps.get(file) ?? maps.set(file, mapBeside(file)).get(file)
  return frames.map((frame) =>
    frame.replace(place, (found, file: string, line: string, column: string) => {
      const told = known.get(found) ?? sourceOf(mapOf(file), file, Number(line), Number(column)) ?? found
      known.set(found, told)
      return told
    }),
  )
}

function mapBeside(file: string): SourceMap | null {
  const path = `${fileURLToPath(file)}.map`
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
}

function sourceOf(map: SourceMap | null | undefined, file: string, line: number, column: number): string | null {
  const entry = map?.findEntry(line - 1, column - 1)
  if (!entry || !('originalSource' in entry) || !entry.originalSource) return null
  return `${new URL(entry.originalSource, file).href}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}
