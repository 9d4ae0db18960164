import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

/**
 * The house: data goes one way, upwards. A slice imports only slices of lower floors, or those named as its neighbours;
 * pages are nobody's but their own slice's; every slice's routes may ask who is allowed in; SQL stands in `*.sql.ts` alone. Prints each breach and exits 1.
 */
const floors: readonly (readonly string[])[] = [
  ['platform', 'measures'],
  ['areas', 'frameworks'],
  ['people', 'crime'],
  ['ledger', 'contracts'],
  ['engagements', 'evidence-import', 'network', 'standings'],
  [
    'assessments',
    'community-panels',
    'contract-year',
    'field',
    'feedback',
    'followers',
    'monitoring',
    'niche',
    'plans',
    'priorities',
    'silence',
    'web-pages',
  ],
  ['documents', 'national-api', 'open-data', 'public-site'],
  ['oversight'],
  ['demonstration'],
  ['.'],
]

/** Imports within a floor that are meant, with the reason in docs/architecture.md. */
const neighbours = new Set([
  'measures → platform',
  'contracts → ledger',
  'network → evidence-import',
  'feedback → priorities',
  'feedback → web-pages',
  'assessments → contract-year',
  'community-panels → assessments',
  'community-panels → contract-year',
  'monitoring → contract-year',
  'plans → contract-year',
  'monitoring → assessments',
  'public-site → documents',
  'plans → assessments',
])
/** What teams record, which standings read through the ledger alone. */
const recording = [
  'engagements',
  'evidence-import',
  'network',
  'field',
  'feedback',
  'followers',
  'niche',
  'priorities',
  'silence',
  'web-pages',
]
/** The wing of what happened knows nothing of what was promised, and the other way round, until they meet in standings. */
const wings: readonly (readonly [wing: readonly string[], other: readonly string[]])[] = [
  [
    ['ledger', 'people', 'areas', 'crime', ...recording],
    ['standings', 'contracts', 'frameworks'],
  ],
  [['frameworks'], ['ledger', 'engagements', 'areas']],
  [['standings'], recording],
]
/** Routes may lead from one wing to the other: they show what a record changed. */
const mayCross = /\.(routes|page|form)\.ts$/

const root = join(import.meta.dirname, '..')
const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.startsWith('src/browser/'))
const breaches = files.filter((file) => !file.endsWith('.test.ts')).flatMap(breachesOf)
for (const breach of breaches) console.log(`  ${breach}`)
reportSizes()
process.exit(breaches.length === 0 ? 0 : 1)

function breachesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const own = sliceOf(file)
  const imports = [...text.matchAll(/(?:from|import)\s*\(?'([#.][^']+)'/g)].map((found) =>
    targetOf(file, found[1] as string),
  )
  return [
    ...imports.flatMap((target) => directionFault(file, own, target)),
    ...(/\bsql\s*`|sql<[^`]*>`/.test(text) &&
    !/(\.sql|database\/\w+|platform\/audit)\.ts$/.test(file) &&
    own !== 'demonstration'
      ? [`${file} holds SQL: move it to a .sql.ts file`]
      : []),
  ]
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return join('src', specifier.slice(1))
  return relative('.', normalize(join(dirname(file), specifier)))
}

function sliceOf(file: string): string {
  const parts = file.split('/')
  return parts.length > 2 ? (parts[1] as string) : '.'
}

function directionFault(file: string, own: string, target: string): string[] {
  const other = sliceOf(target)
  if (own === other || own === '.') return []
  if (/\.(page|routes|form)\.ts$/.test(target)) return [`${file} uses ${target}, which is for its own slice alone`]
  if (file.endsWith('.routes.ts') && target === 'src/people/permissions.ts') return []
  const [from, to] = [floorOf(own), floorOf(other)]
  if (from === -1 || to === -1)
    return [`${file}: the slice ${from === -1 ? own : other} has no floor in bin/check-house.ts`]
  if (to > from || (to === from && !neighbours.has(`${own} → ${other}`))) return [`${file} looks up to ${target}`]
  const crosses = wings.some(([wing, rest]) => wing.includes(own) && rest.includes(other))
  return crosses && !mayCross.test(file) ? [`${file} reaches into the other wing: ${target}`] : []
}

function floorOf(slice: string): number {
  return floors.findIndex((floor) => floor.includes(slice))
}

function reportSizes(): void {
  const sizes = files.map((file) => [readFileSync(join(root, file), 'utf8').split('\n').length, file] as const)
  const lines = sizes.reduce((total, [n]) => total + n, 0)
  console.log(`  ${sizes.length} files in src, ${lines} lines, ${Math.round(lines / sizes.length)} a file`)
  for (const [n, file] of sizes.filter(([n, file]) => n > 250 && !file.endsWith('kinds.ts')))
    console.log(`  over 250 lines: ${file} (${n})`)
}
