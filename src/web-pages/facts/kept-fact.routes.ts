import { idOrNew } from '#network/typed-parts.ts'
import { transaction, type Sql } from '#platform/database/database.ts'
import type { FieldErrors, FormResult, FormValues } from '#platform/form.ts'
import { html, joined, type Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from '#platform/http/answers.ts'
import { get, post, type Guard, type Route } from '#platform/http/routes.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'
import { factsForm, factsPage, removeForm, type Asked } from './facts-frame.page.ts'
import { meanwhilePart } from './meanwhile.part.ts'
import { begunWith, keepUnlessChanged, printOf } from './meanwhile.ts'

/** Where facts of one kind are kept: whose they are, and where their list is. */
export type Desk<Keeper> = {
  readonly caption: string
  readonly home: string
  readonly back: string
  readonly keeper: Keeper
}

/** One kind of fact of which there is a list: links, places to visit, chief officers. */
type KeptFact<Fact extends { readonly id: string }, Keeper> = {
  readonly path: string
  readonly guard: Guard
  /** In the middle of a sentence: `place to visit`. */
  readonly called: string
  /** The last part of the address of each. */
  readonly list: string
  readonly desk: (visit: Visit) => Promise<Desk<Keeper>>
  readonly all: (sql: Sql, visit: Visit) => Promise<readonly Fact[]>
  readonly read: (form: FormValues) => FormResult<Fact>
  readonly typed: (fact: Fact) => FormValues
  readonly fields: (asked: Asked) => Html
  readonly keep: (sql: Sql, fact: Fact, keeper: Keeper) => Promise<void>
  readonly remove: (sql: Sql, id: string, keeper: Keeper) => Promise<void>
}

/** Adding, changing and taking away one fact of a list. */
export function keptFactRoutes<Fact extends { readonly id: string }, Keeper>(kind: KeptFact<Fact, Keeper>): Route[] {
  const { path, guard } = kind
  return [
    get(`${path}/new`, guard, (visit) => formPage(kind, visit, null, {}, {})),
    post(`${path}/new`, guard, (visit) => takeFact(kind, visit, null)),
    get(`${path}/:id`, guard, async (visit) => {
      const fact = await factAt(kind, visit)
      return formPage(kind, visit, fact, begunWith(kind.typed(fact)), {})
    }),
    post(`${path}/:id`, guard, async (visit) => takeFact(kind, visit, await factAt(kind, visit))),
    post(`${path}/:id/remove`, guard, async (visit) => {
      const { home, keeper } = await kind.desk(visit)
      const fact = await factAt(kind, visit)
      await transaction(visit.db, (sql) => kind.remove(sql, fact.id, keeper))
      return redirect(home)
    }),
  ]
}

async function takeFact<Fact extends { readonly id: string }, Keeper>(
  kind: KeptFact<Fact, Keeper>,
  visit: Visit,
  fact: Fact | null,
): Promise<Answer> {
  const { home, keeper } = await kind.desk(visit)
  const values = { ...visit.form, id: fact?.id ?? idOrNew(visit.form) }
  const read = kind.read(values)
  if (!read.ok) return shown(await formPage(kind, visit, fact, values, read.errors), 422)
  const held = { about: `${home}/${kind.list}`, form: visit.form, now: (sql: Sql) => standsNow(kind, visit, sql) }
  const stands = await keepUnlessChanged(visit.db, held, (sql) => kind.keep(sql, read.value, keeper))
  if (stands === null) return redirect(home)
  const again = { ...values, was: printOf(stands) }
  return shown(await formPage(kind, visit, fact, again, {}, meanwhilePart(stands, values)), 409)
}

async function standsNow<Fact extends { readonly id: string }, Keeper>(
  kind: KeptFact<Fact, Keeper>,
  visit: Visit,
  sql: Sql,
): Promise<FormValues> {
  const stands = (await kind.all(sql, visit)).find(({ id }) => id === visit.params['id'])
  return stands === undefined ? {} : kind.typed(stands)
}

async function factAt<Fact extends { readonly id: string }, Keeper>(
  kind: KeptFact<Fact, Keeper>,
  visit: Visit,
): Promise<Fact> {
  await kind.desk(visit)
  const fact = (await kind.all(visit.db, visit)).find(({ id }) => id === visit.params['id'])
  if (!fact) throw new Refusal(`There is no such ${kind.called}.`, 404)
  return fact
}

async function formPage<Fact extends { readonly id: string }, Keeper>(
  kind: KeptFact<Fact, Keeper>,
  visit: Visit,
  fact: Fact | null,
  begun: FormValues,
  errors: FieldErrors,
  meanwhile: Html | false = false,
): Promise<Html> {
  const { caption, home, back } = await kind.desk(visit)
  const values = { ...begun, id: fact?.id ?? idOrNew(begun) }
  const title = `${fact === null ? 'Add' : 'Change'} a ${kind.called}`
  const address = `${home.replace(/#.*$/, '')}/${kind.list}/${fact?.id ?? 'new'}`
  const form = factsForm({ action: address, values, save: 'Save' }, kind.fields({ values, errors }))
  const frame = { site: visit.site, title, caption, back: { href: home, words: back }, errors }
  const asked = html`${meanwhile}${form}`
  return factsPage(frame, fact === null ? asked : joined([asked, removeForm(`${address}/remove`, 'Take it away')]))
}
