import { spawn, type ChildProcess } from 'node:child_process'
import { root } from './site.ts'

/** The program as a user starts it, with what it has said so far. */
export type Program = {
  readonly program: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** Starts the program by what `npm start` runs, or by another file of ours. */
export function startProgram(environment: Readonly<Record<string, string>>, file = 'bin/start.mjs'): Program {
  const program = spawn(process.execPath, [file], { cwd: root, env: { ...process.env, PORT: '0', ...environment } })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text) => (said += String(text)))
  return { program, said: () => said, ended: new Promise((resolve) => program.once('exit', resolve)) }
}

/** Where it listens, once it does. */
export async function addressOf({ program, said }: Program): Promise<string> {
  for (let tries = 0; tries < 1200 && program.exitCode === null; tries++) {
    const found = /is ready after .*(http:\/\/localhost:\d+)/.exec(said())
    if (found?.[1]) return found[1].replace('localhost', '127.0.0.1')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it did not start:\n${said()}`)
}
