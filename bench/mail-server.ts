import { SMTPServer } from 'smtp-server'

// A mail server that takes everything and keeps nothing, in a process of its own as a real one is.
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.resume()
    stream.on('end', () => done())
  },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  if (address !== null && typeof address === 'object') process.send?.(`smtp://127.0.0.1:${address.port}`)
})
