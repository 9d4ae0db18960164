import { writeSync } from 'node:fs'
import { inSources } from '#platform/source-lines.ts'

/** How loud the log is; `silent` for tests. */
export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** Where lines go; `flush` is called when the server has stopped. */
export type Lines = { write(line: string): void; flush?(): void }

export type LogSettings = ReturnType<typeof logSettings>

/** Settings of the structured log: one JSON line each, without addresses, query strings, names or form values. */
export function logSettings(level: LogLevel, lines: Lines = gatheredLines()) {
  return { level, stream: lines, base: null, serializers: { err: faultFacts } }
}

/** What may be told of a fault: a database names the very values that broke its rules, so those are taken out. */
export function faultFacts(fault: unknown) {
  if (!(fault instanceof Error)) return { type: typeof fault, message: '', stack: '' }
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    type: fault.name,
    message: withoutPersonalData(fault.message),
    stack: inSources(frames.slice(0, 12))
      .map((frame) => frame.trim())
      .join('\n'),
    ...textOf(fault, 'code'),
    ...textOf(fault, 'constraint_name'),
    ...textOf(fault, 'table_name'),
  }
}

/** A message without quoted values, e-mail addresses and long numbers, since any of these may be somebody's. */
export function withoutPersonalData(message: string): string {
  return message
    .replace(/[^\s"'<>()]+@[^\s"'<>()]+/g, '[e-mail]')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '[value]')
    .replace(/\+?\d[\d ]{6,}\d/g, '[number]')
    .slice(0, 500)
}

function textOf(fault: Error, name: string): Record<string, string> {
  const value: unknown = Reflect.get(fault, name)
  return typeof value === 'string' ? { [name]: value } : {}
}

/** Lines are written together every 50 ms, since one write a request would cost more than a kept page does. */
export function gatheredLines(): Lines {
  let waiting = ''
  let timer: NodeJS.Timeout | null = null
  const take = () => {
    const lines = waiting
    waiting = ''
    timer = null
    return lines
  }
  return {
    write(line: string) {
      waiting += line
      timer ??= setTimeout(() => process.stdout.write(take()), 50)
    },
    /** Writes what still waits; for the very end, when nothing more can be done later. */
    flush() {
      if (timer !== null) clearTimeout(timer)
      if (waiting !== '') writeSync(1, take())
    },
  }
}
