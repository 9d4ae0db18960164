import welsh from './cy.json' with { type: 'json' }
import type { Language } from './language.ts'

/** A sentence in another language, or the forms of a counted noun by the language's own plurals. */
export type Translated = string | Forms
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** What a language says for each English sentence; the English is the key. */
export type Catalogue = Readonly<Record<string, Translated>>

/** The one catalogue: English needs none, since it stands where it is used. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en: {}, cy: welsh }
