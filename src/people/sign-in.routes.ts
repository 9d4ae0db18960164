import { demonstrationPeople } from '#people/people.sql.ts'
import { isRole, roles } from '#people/person.ts'
import { signInForm } from '#people/sign-in.form.ts'
import { signInPage } from '#people/sign-in.page.ts'
import { signInAsDemonstration, signInByPassword, signOut } from '#people/sign-in.ts'
import { readForm, typed, type FieldErrors } from '#platform/form.ts'
import { redirect, shown, withHeader, withSession, type Answer } from '#platform/http/answers.ts'
import { everyone, get, post, type Route } from '#platform/http/routes.ts'
import { pathOfThisSite } from '#platform/http/same-site.ts'
import type { Visit } from '#platform/http/visit.ts'
import { Refusal } from '#platform/refusal.ts'

type Settings = { readonly demonstration: boolean }

const translated = { translated: true } as const

/** Signing in and out; the demonstration's buttons are there only on a demonstration database. */
export const signInRoutes = ({ demonstration }: Settings): readonly Route[] => [
  get('/sign-in', everyone, (visit) => askToSignIn(visit, demonstration), translated),
  post('/sign-in', everyone, (visit) => takeSignIn(visit, demonstration), { perMinute: 10, ...translated }),
  demonstration
    ? post('/sign-in/demonstration', everyone, takeDemonstration, { perMinute: 300, ...translated })
    : post('/sign-in/:way', everyone, refuseOtherWays, translated),
  post('/sign-out', everyone, takeSignOut, translated),
]

async function askToSignIn(visit: Visit, demonstration: boolean): Promise<Answer> {
  if (visit.person !== null) return redirect(onwards(typed(visit.query, 'then')))
  return withHeader(await form(visit, demonstration, typed(visit.query, 'then'), {}), 'cache-control', 'no-store')
}

async function takeSignIn(visit: Visit, demonstration: boolean): Promise<Answer> {
  const then = typed(visit.form, 'then')
  const read = readForm(signInForm, visit.form)
  if (!read.ok) return shown(await form(visit, demonstration, then, read.errors), 422)
  const token = await signInByPassword(visit.db, read.value, { now: visit.now, former: visit.sessionToken })
  if (token !== null) return withSession(redirect(onwards(then)), token)
  const errors = { email: 'The e-mail address or the password is not right' }
  return shown(await form(visit, demonstration, then, errors), 422)
}

async function takeDemonstration(visit: Visit): Promise<Answer> {
  const role = typed(visit.form, 'person')
  const before = { now: visit.now, former: visit.sessionToken }
  const token = isRole(role) ? await signInAsDemonstration(visit.db, role, before) : null
  if (token === null) throw new Refusal('The demonstration has nobody of that kind.', 400)
  return withSession(redirect(onwards(typed(visit.form, 'then'))), token)
}

function refuseOtherWays(): never {
  throw new Refusal('Nobody can sign in that way here.', 404)
}

async function takeSignOut(visit: Visit): Promise<Answer> {
  if (visit.sessionToken !== null) await signOut(visit.db, visit.sessionToken, visit.now)
  return withSession(redirect('/'), null)
}

async function form(visit: Visit, demonstration: boolean, then: string, errors: FieldErrors) {
  const people = demonstration ? await demonstrationPeople(visit.db) : []
  const inOrder = people.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
  const email = typed(visit.form, 'email')
  return signInPage({ site: visit.site, then: onwards(then), email, errors, demonstration: inOrder })
}

/** Only a path of this site is ever led to. */
const onwards = (then: string): string => pathOfThisSite(then) ?? '/desk'
