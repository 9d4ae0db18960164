/**
 * Milliseconds that a piece of work takes: the middle of several runs, after one that is not counted, as nothing is that comes
 * before each.
 */
export async function middle(
  runs: number,
  work: () => Promise<unknown>,
  before: () => PromiseLike<unknown> = async () => {},
): Promise<number> {
  await work()
  const taken: number[] = []
  for (let n = 0; n < runs; n++) {
    await before()
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken.sort((a, b) => a - b)[Math.floor(runs / 2)] as number
}

export const ms = (n: number): string =>
  n < 100 ? `${n.toFixed(1)} ms` : n < 10_000 ? `${Math.round(n)} ms` : `${(n / 1000).toFixed(1)} s`
export const times = (n: number): string => `${n.toFixed(2)} ×`

/** One line of the report: what, what was measured, and beside which baseline. */
export function line(what: string, measured: string, beside = ''): void {
  console.log(`  ${what.padEnd(62)} ${measured.padStart(12)}${beside === '' ? '' : `   ${beside}`}`)
}

export const heading = (words: string): void => console.log(`\n${words}`)
