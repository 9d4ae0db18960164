import { registerHooks } from 'node:module'

// A machine for which the libraries with machine code of their own have no build.
const missing = ['sharp', '@myriaddreamin/typst-ts-node-compiler']

registerHooks({
  resolve(specifier, context, next) {
    if (missing.includes(specifier)) throw new Error(`there is no build of ${specifier} for this machine`)
    return next(specifier, context)
  },
})
