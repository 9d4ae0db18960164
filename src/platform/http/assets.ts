import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The built styles and scripts: where they lie, and the address of each by its plain name. */
export type Assets = { readonly directory: string; readonly assetPath: (name: string) => string }

/** The assets as `bin/build.ts` left them; throws where they were not built. */
export function readAssets(directory: string): Assets {
  const manifest: unknown = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'))
  const files = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'files') : undefined
  const paths = new Map(Object.entries(files ?? {}).map(([name, hashed]) => [name, `/assets/${hashed}`]))
  return {
    directory,
    assetPath(name) {
      const path = paths.get(name)
      if (path === undefined) throw new Error(`${name} is not among the built assets`)
      return path
    },
  }
}

/** For tests that look at no style: the addresses are plain and nothing is served. */
export const unbuiltAssetPath = (name: string): string => `/assets/${name}`
