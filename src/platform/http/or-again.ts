import type { Html } from '#platform/html.ts'
import { redirect, shown, type Answer } from './answers.ts'
import { Refusal } from '#platform/refusal.ts'

/** Leads on where something was done; where it clashes with what others did, its form comes again with why, and nothing typed is lost. */
export async function orAgain(act: () => Promise<string>, again: (why: string) => Promise<Html>): Promise<Answer> {
  try {
    return redirect(await act())
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.status !== 409) throw fault
    return shown(await again(fault.message), 409)
  }
}
