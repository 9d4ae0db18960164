import { resolve } from 'node:path'
import { z } from 'zod'
import { parseSender } from '#platform/mail/mail.ts'
import type { MailSettings } from '#platform/mail/smtp.ts'

const onOff = z.enum(['on', 'off'])

const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DEMONSTRATION: onOff.default('on'),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    TRUST_PROXY: z.string().min(1).optional(),
    RATE_LIMITS: onOff.default('on'),
    KEPT_PAGES: z.coerce.number().int().min(0).max(4096).default(64),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'Write it as smtp://name:password@host:587, or smtps://…' })
      .optional(),
    MAIL_FROM: z
      .string()
      .refine(
        (from) => parseSender(from) !== null,
        'Write it as police@example.org, or West Dorset <police@example.org>',
      )
      .optional(),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'Say from which address mail is sent, since SMTP_URL is set',
  })

/** What the environment asks of the program; read once. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly baseUrl: string
  /** Absolute. */
  readonly dataDir: string
  /** Null where the program brings its own database. */
  readonly databaseUrl: string | null
  readonly demonstration: boolean
  readonly logLevel: z.infer<typeof settings>['LOG_LEVEL']
  readonly trustProxy: string | null
  readonly rateLimits: boolean
  /** How much memory public pages may be kept in, in megabytes. */
  readonly keptPages: number
  /** Null where nobody has said by which server mail goes out: it waits then. */
  readonly mail: MailSettings | null
}

/** Reads the settings; throws an Error that names each wrong one in words. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Frankpledge cannot start with these settings:\n${faults.join('\n')}`)
  }
  const {
    PORT,
    HOST,
    BASE_URL,
    DATA_DIR,
    DATABASE_URL,
    DEMONSTRATION,
    LOG_LEVEL,
    TRUST_PROXY,
    RATE_LIMITS,
    KEPT_PAGES,
    SMTP_URL,
    MAIL_FROM,
  } = read.data
  return {
    port: PORT,
    host: HOST,
    baseUrl: (BASE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''),
    dataDir: resolve(folder, DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    demonstration: DEMONSTRATION === 'on',
    logLevel: LOG_LEVEL,
    trustProxy: TRUST_PROXY ?? null,
    rateLimits: RATE_LIMITS === 'on',
    keptPages: KEPT_PAGES,
    mail: SMTP_URL === undefined ? null : { smtpUrl: SMTP_URL, from: MAIL_FROM ?? '' },
  }
}
