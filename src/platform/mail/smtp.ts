import { messageIdOf, parseSender, type DueMail } from './mail.ts'
import { lanes, type Sender } from './send-mail.ts'

/** Where mail is handed over, and from whom it comes. */
export type MailSettings = { readonly smtpUrl: string; readonly from: string }

const second = 1000

/** Opens the way to a mail server; nothing is connected until the first mail. */
export async function openSmtp({ smtpUrl, from }: MailSettings): Promise<Sender> {
  // Loaded only where mail is sent: a start without it is quicker.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: lanes,
    // The outbox itself tries again; a pool that did so too could send a mail twice.
    maxRequeues: 0,
    idleTimeout: 5 * second,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 60 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const sender = parseSender(from) ?? { name: '', address: from }
  return {
    send: async (mail) => void (await transport.sendMail(messageOf(mail, sender))),
    close: () => transport.close(),
  }
}

function messageOf(mail: DueMail, sender: { readonly name: string; readonly address: string }) {
  return {
    envelope: { from: sender.address, to: [mail.to] },
    from: sender,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    messageId: `<${messageIdOf(mail.id, sender.address)}>`,
    date: mail.writtenAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(mail.leaveAt === null
        ? {}
        : { 'List-Unsubscribe': `<${mail.leaveAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(mail.html === null ? {} : { html: mail.html }),
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
  }
}
