import type { TestContext } from 'node:test'
import { SMTPServer } from 'smtp-server'

/** A mail as the server got it; `headers` has each header once, unfolded, by its name in small letters. */
export type Received = {
  readonly to: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly raw: string
}

/** What the server answers instead of taking a mail: to the address, or to the words. */
type Refusing = (mail: { readonly to: string; readonly step: 'address' | 'words' }) => number | null

export type Mailbox = {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  readonly stop: () => Promise<void>
  /** Waits for so many mails in all, and answers the newest. */
  readonly until: (count: number) => Promise<Received>
}

type Behaviour = {
  readonly port?: number
  readonly refuse?: Refusing
  /** Called when the words of a mail are kept and before the sender is told so. */
  readonly onKept?: (mail: Received) => void
}

/** A real mail server that keeps what it is given, until the test ends. */
export async function mailbox(t: TestContext, { port = 0, refuse, onKept }: Behaviour = {}): Promise<Mailbox> {
  const received: Received[] = []
  const faultAt = (to: string, step: 'address' | 'words') => {
    const status = refuse?.({ to, step }) ?? null
    return status === null ? null : Object.assign(new Error(`no, not <${to}>`), { responseCode: status })
  }
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(faultAt(address, 'address')),
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const fault = faultAt(to[0] ?? '', 'words')
        if (fault) return done(fault)
        const mail = readMail(to, Buffer.concat(chunks).toString('utf8'))
        received.push(mail)
        onKept?.(mail)
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  const listening = address !== null && typeof address === 'object' ? address.port : 0
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  t.after(stop)
  return { url: `smtp://127.0.0.1:${listening}`, port: listening, received, stop, until: (n) => arrival(received, n) }
}

async function arrival(received: readonly Received[], count: number): Promise<Received> {
  for (let tries = 0; tries < 1200 && received.length < count; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  const newest = received[count - 1]
  if (!newest) throw new Error(`${received.length} mails came, not ${count}`)
  return newest
}

function readMail(to: readonly string[], raw: string): Received {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodedWords(line.replace(/^[^:]*: ?/, ''))]),
  )
  const body = raw.slice(end + 4)
  const isQuoted = headers['content-transfer-encoding'] === 'quoted-printable'
  return { to, headers, raw, text: (isQuoted ? unquoted(body) : body).replaceAll('\r\n', '\n').trim() }
}

/** `=?UTF-8?Q?…?=` as it is read. */
const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, quoted: string) => unquoted(quoted.replaceAll('_', ' ')))
    .replaceAll(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base: string) => Buffer.from(base, 'base64').toString('utf8'))

function unquoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
