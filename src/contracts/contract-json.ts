import { z } from 'zod'
import { commitmentSchema } from './commitment.ts'
import type { Contract } from './contract.ts'

const span = z.object({ from: z.iso.date(), to: z.iso.date() })

/** A contract as anybody may take it; its shape is promised, so fields are only ever added. */
export const contractShape = z.object({
  id: z.string(),
  force: z.string(),
  team: z.string(),
  year: z.number(),
  framework: z.string(),
  period: span,
  completedOn: z.iso.date().nullable(),
  part1: z.array(z.object({ heading: z.string(), text: z.string() })),
  commitments: z.array(commitmentSchema),
  goodPractice: z.array(z.string()),
  toolRequests: z.array(z.string()),
  unread: z.array(z.string()),
  contexts: z.array(span.extend({ text: z.string() })),
})

export type ContractJson = z.infer<typeof contractShape>

/** The whole of a contract; its standings are an answer of their own. */
export function contractJson(contract: Contract): ContractJson {
  const { id, teamId, year, frameworkId, span: period, completedOn, contexts = [] } = contract
  const { part1, commitments, goodPractice, toolRequests, unread } = contract
  const [force = '', team = ''] = teamId.split('/')
  return {
    id,
    force,
    team,
    year,
    framework: frameworkId,
    period,
    completedOn,
    part1: [...part1],
    commitments: [...commitments],
    goodPractice: [...goodPractice],
    toolRequests: [...toolRequests],
    unread: [...unread],
    contexts: [...contexts],
  }
}
