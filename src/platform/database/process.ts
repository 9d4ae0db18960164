import { readFileSync } from 'node:fs'

/** Whether a process lives and, where the machine tells, runs the program named: numbers are used again. */
export function isAlive(pid: number, program: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program)
  } catch {
    return process.platform !== 'linux'
  }
}

/** Signals a process that is not our child and waits until it has gone, at most half a minute. */
export async function stopProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal)
  for (let tries = 0; tries < 600; tries++) {
    if (!isAlive(pid, '')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`process ${pid} would not stop`)
}
