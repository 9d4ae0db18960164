import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, openSync, closeSync } from 'node:fs'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { prepareHome, type Home } from './embedded-home.ts'
import { claimFolder } from './folder-claim.ts'
import { isAlive, stopProcess } from './process.ts'

/** `data` is where the database's files are, which is not under `folder` where its user could not reach them. */
export type Embedded = { readonly url: string; readonly data: string; readonly stop: () => Promise<void> }

export type EmbeddedOptions = {
  /** The folder that keeps the database; made where missing. */
  readonly folder: string
  /** False gives up durability for speed: for databases that live as long as a test. */
  readonly durable?: boolean
}

/**
 * Starts the PostgreSQL that came with the program on a folder, making the database there on first use. Throws an Error
 * in words where another program holds the folder or PostgreSQL will not start.
 */
export async function startEmbedded({ folder, durable = true }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(folder, { recursive: true })
  const claim = await claimFolder(folder)
  try {
    const home = await prepareHome(folder)
    await stopOrphan(home)
    const password = await initialised(home)
    const port = await freePort()
    const server = await launch(home, port, durable)
    return { url: addressOf(port, password), data: home.data, stop: () => stop(server, claim) }
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** The address of the embedded database of a folder where it runs just now, else null. */
export async function runningEmbedded(folder: string): Promise<string | null> {
  const home = await prepareHome(folder)
  const [pid, , , port, , , , state] = await linesOf(join(home.data, 'postmaster.pid'))
  if (!isAlive(Number(pid), 'postgres') || state?.trim() !== 'ready') return null
  return addressOf(Number(port), (await readFile(passwordOf(home), 'utf8')).trim())
}

const linesOf = async (file: string): Promise<string[]> =>
  existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : []

const addressOf = (port: number, password: string) => `postgres://frankpledge:${password}@127.0.0.1:${port}/postgres`

const passwordOf = (home: Home) => join(home.data, '..', 'postgres-password')

async function stop(server: ChildProcess, claim: { release: () => Promise<void> }): Promise<void> {
  if (server.exitCode === null) {
    server.ref()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await ended
  }
  await claim.release()
}

/** A database whose program was killed outright may still run: it is stopped, for its folder is ours now. */
async function stopOrphan(home: Home): Promise<void> {
  const lock = join(home.data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number((await linesOf(lock))[0])
  if (isAlive(pid, 'postgres')) await stopProcess(pid, 'SIGINT')
  else await rm(lock, { force: true })
}

async function initialised(home: Home): Promise<string> {
  const secret = passwordOf(home)
  if (existsSync(join(home.data, 'PG_VERSION'))) return (await readFile(secret, 'utf8')).trim()
  await rm(home.data, { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  await writeFile(secret, `${password}\n`, { mode: 0o600 })
  if (home.owner) await chown(secret, home.owner.uid, home.owner.gid)
  // prettier-ignore
  const args = ['-D', home.data, '-U', 'frankpledge', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync']
  await run(join(home.binaries, 'initdb'), args, home)
  return password
}

function run(program: string, args: string[], home: Home): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...home.owner, cwd: dirname(home.data) })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not make its database:\n${said}`)),
    )
  })
}

async function launch(home: Home, port: number, durable: boolean): Promise<ChildProcess> {
  const log = join(home.data, '..', 'postgres.log')
  const out = openSync(log, 'a', 0o600)
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=100']
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const args = ['-D', home.data, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(home.binaries, 'postgres'), args, {
    ...home.owner,
    cwd: join(home.data, '..'),
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  server.unref()
  await untilReady(server, home, log)
  return server
}

async function untilReady(server: ChildProcess, home: Home, log: string): Promise<void> {
  const lock = join(home.data, 'postmaster.pid')
  let failure: Error | undefined
  server.once('error', (error) => (failure = error))
  for (let tries = 0; tries < 3000; tries++) {
    if (failure) throw failure
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at once; its log is ${log}:\n${await tail(log)}`)
    const lines = await linesOf(lock)
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`PostgreSQL was not ready within a minute; its log is ${log}`)
}

const tail = async (file: string) => (await readFile(file, 'utf8')).split('\n').slice(-12).join('\n')

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
