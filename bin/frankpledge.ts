import { importContract } from '#contracts/reading/import-contract.ts'
import { eraseAgain, listErasures } from '../src/erasures.ts'
import { loadPostcodesFile } from '../src/load-postcodes-file.ts'
import { verifyLedger } from '../src/verify-ledger.ts'
import { Refusal } from '#platform/refusal.ts'

type Command = {
  readonly usage: string
  /** Answers what to print; throws a `Refusal` (exit 1) or a `UsageError` (exit 2). */
  readonly run: (args: readonly string[]) => Promise<string>
}

const commands: Readonly<Record<string, Command>> = {
  'import-contract': {
    usage: 'import-contract FILE --force FORCE [--team TEAM] [--framework ID] [--json]',
    run: importContract,
  },
  erasures: {
    usage: 'erasures',
    run: listErasures,
  },
  'erase-again': {
    usage: 'erase-again FILE',
    run: eraseAgain,
  },
  postcodes: {
    usage: 'postcodes FILE',
    run: loadPostcodesFile,
  },
  verify: {
    usage: 'verify [--chain dorset/west-dorset]',
    run: verifyLedger,
  },
}

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return asked(name)
  try {
    process.stdout.write(`${await command.run(args)}\n`)
    return 0
  } catch (error) {
    if (error instanceof Refusal) return complain(error.message, 1)
    if (isUsage(error)) return complain(`${error.message}\nUsage: frankpledge ${command.usage}`, 2)
    return complain(error instanceof Error ? error.message : String(error), 1)
  }
}

/** Help when it is asked for is an answer; help after a mistake is a complaint. */
function asked(name: string): number {
  const usage = ['Usage:', ...Object.values(commands).map((each) => `  frankpledge ${each.usage}`)].join('\n')
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  return complain(name === '' ? usage : `There is no command “${name}”.\n${usage}`, 2)
}

function complain(words: string, code: number): number {
  process.stderr.write(`${words}\n`)
  return code
}

/** Both our own complaint about arguments and that of Node's parser of them. */
function isUsage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  return error.name === 'UsageError' || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
}
